package io.feverline.events.identity;

import cn.hutool.core.util.IdcardUtil;
import io.feverline.ingest.events.DocumentType;
import java.util.regex.Pattern;

/**
 * Numbers of identity documents in one written form, so that one document has one token. Resident identity numbers are
 * judged by GB 11643-1999 (province, birth date, check character) through hutool. The six-digit area code is not looked
 * up: codes are retired (Shangli was 360311 until 1997) and old numbers stay valid for life.
 */
public final class DocumentNumbers {
    /** ICAO Doc 9303: up to nine letters and digits; some states print more. */
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,12}");
    /** 港澳居民来往内地通行证: H or M and eight digits, optionally two of the issue. */
    private static final Pattern HOME_RETURN_PERMIT = Pattern.compile("[HM][0-9]{8}([0-9]{2})?");
    /** 台湾居民来往大陆通行证: eight digits; older ones have ten and a letter. */
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("[0-9]{8}|[0-9]{10}[A-Z]?");

    private DocumentNumbers() {}

    /**
     * A number as it is compared.
     *
     * @param number compact, upper case; a resident identity number of 15 digits in its 18-character form
     * @param valid it passed its document type's check
     */
    public record Normalised(String number, boolean valid) {}

    /** Never fails: what is no number of its type comes back compacted and flagged. */
    public static Normalised normalise(DocumentType type, String typed) {
        String number = Text.compact(typed);
        return switch (type) {
            case RESIDENT_ID -> residentId(number);
            // Since 2018, GB 11643 numbers too, with province 81, 82 or 83; foreigners' cards since 2023 with 9.
            case RESIDENCE_PERMIT -> residentId(number);
            case PASSPORT -> matched(PASSPORT, number);
            case HOME_RETURN_PERMIT -> matched(HOME_RETURN_PERMIT, number);
            case TAIWAN_PERMIT -> matched(TAIWAN_PERMIT, number);
            case OTHER -> new Normalised(number, !number.isEmpty());
        };
    }

    private static Normalised residentId(String number) {
        if (number.length() == 15 && IdcardUtil.isValidCard15(number)) {
            return new Normalised(IdcardUtil.convert15To18(number), true);
        }
        return new Normalised(number, number.length() == 18 && IdcardUtil.isValidCard18(number));
    }

    private static Normalised matched(Pattern shape, String number) {
        return new Normalised(number, shape.matcher(number).matches());
    }
}
