package io.feverline.events.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/** Telephone numbers in E.164, read as Chinese ones when they have no country code. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int CHINA = 86;

    /** A mobile number as nearly everybody types it, which can be nothing else. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

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
                ? known(new PhoneNumber().setCountryCode(CHINA).setNationalNumber(Long.parseLong(typed)))
                : parsed(typed);
    }

    /** What the library makes of any text; most of its time goes into finding out what was meant. */
    static Normalised parsed(String typed) {
        try {
            return known(NUMBERS.parse(typed, "CN"));
        } catch (NumberParseException e) {
            return new Normalised(typed, false);
        }
    }

    private static Normalised known(PhoneNumber number) {
        return new Normalised(NUMBERS.format(number, PhoneNumberFormat.E164), NUMBERS.isValidNumber(number));
    }
}
