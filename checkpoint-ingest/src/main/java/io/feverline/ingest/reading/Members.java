package io.feverline.ingest.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What members of any submission have to be. */
public final class Members {
    private static final int LONGEST_TIME = 64;

    /** RFC 3339 writes a year with four digits. */
    private static final int LAST_YEAR = 9999;

    private Members() {}

    /**
     * A member that has to be there.
     *
     * @throws Rejected when it is missing or blank
     */
    public static <T> T required(String member, @Nullable T value) throws Rejected {
        if (value == null || (value instanceof String s && s.isBlank())) {
            throw new Rejected(Reason.MEMBER_MISSING, "缺少 " + member + " / " + member + " is missing");
        }
        return value;
    }

    /** Whether a number of a document or a plate has a letter or a digit at all; a dash stands for none. */
    public static boolean saysSomething(String number) {
        return number.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * A text that may be missing.
     *
     * @throws Rejected as {@link #shorter}
     */
    public static @Nullable String text(String member, @Nullable String value, int longest) throws Rejected {
        return value == null ? null : shorter(member, value, longest);
    }

    /**
     * A text.
     *
     * @throws Rejected when it is longer than so many characters, or has some that cannot be stored
     */
    public static String shorter(String member, String value, int longest) throws Rejected {
        if (value.length() > longest) {
            throw new Rejected(
                    Reason.MEMBER_TOO_LONG,
                    member + " 最多 " + longest + " 个字符 / may have at most " + longest + " characters");
        }
        if (!storable(value)) {
            throw new Rejected(
                    Reason.TEXT_UNSTORABLE, member + " 含 U+0000 或不成对的代理字符 / has U+0000 or an unpaired surrogate");
        }
        return value;
    }

    /**
     * Whether a text comes out of the events and of the database as it went in: PostgreSQL holds no U+0000 in a text,
     * and a surrogate without its other half has no UTF-8. Any other character is somebody's name.
     */
    private static boolean storable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A point in time.
     *
     * @throws Rejected when the text is not RFC 3339 with offset
     */
    public static Instant time(String member, String text) throws Rejected {
        return time(member, text, OffsetDateTime::parse);
    }

    /**
     * A point in time.
     *
     * @param rfc3339 throws {@link DateTimeException} for what is none
     * @throws Rejected when the text is not RFC 3339 with offset
     */
    static Instant time(String member, String text, Function<String, OffsetDateTime> rfc3339) throws Rejected {
        try {
            var time = rfc3339.apply(shorter(member, text, LONGEST_TIME));
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // falls through to the answer below
        }
        throw new Rejected(
                Reason.TIME_INVALID,
                member + " 须如 2026-01-26T08:00:00.000+08:00 / " + member
                        + " must look like 2026-01-26T08:00:00.000+08:00");
    }
}
