package io.feverline.events.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Telephone numbers in E.164, read as Chinese ones when they have no country code. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A mobile number as nearly everybody types it, which can be nothing else. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private static final int MOBILE_DIGITS = 11;

    /** Digits by which China assigns mobile numbers; 7,000 ranges begin so. */
    private static final int RANGE = 5;

    /**
     * Whether a range is assigned, once the library was asked: that takes longer than all else that seals a traveller.
     */
    private static final Map<String, Boolean> MOBILE_RANGES = new ConcurrentHashMap<>();

    private Phones() {}

    /**
     * A number as it is kept.
     *
     * @param number E.164 (+8613800138000), or as typed when it cannot be read
     * @param valid it is in a range that its country assigns
     */
    public record Normalised(String number, boolean valid) {}

    /** Never fails: what is no number comes back as it was and flagged. */
    public static Normalised normalise(String typed) {
        return MOBILE.matcher(typed).matches()
                ? new Normalised(
                        "+86" + typed, MOBILE_RANGES.computeIfAbsent(typed.substring(0, RANGE), Phones::assigned))
                : parsed(typed);
    }

    private static boolean assigned(String range) {
        return parsed(range + "0".repeat(MOBILE_DIGITS - RANGE)).valid();
    }

    /** What the library makes of any text; most of its time goes into finding out what was meant. */
    static Normalised parsed(String typed) {
        try {
            var number = NUMBERS.parse(typed, "CN");
            return new Normalised(NUMBERS.format(number, PhoneNumberFormat.E164), NUMBERS.isValidNumber(number));
        } catch (NumberParseException e) {
            return new Normalised(typed, false);
        }
    }
}
