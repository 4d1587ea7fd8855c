package io.feverline.events.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers in E.164, read as Chinese ones when they have no country code. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

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
        try {
            var number = NUMBERS.parse(typed, "CN");
            return new Normalised(NUMBERS.format(number, PhoneNumberFormat.E164), NUMBERS.isValidNumber(number));
        } catch (NumberParseException e) {
            return new Normalised(typed, false);
        }
    }
}
