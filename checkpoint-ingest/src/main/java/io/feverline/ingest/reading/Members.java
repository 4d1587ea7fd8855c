package io.feverline.ingest.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /**
     * A text that may be missing.
     *
     * @throws Rejected when it is longer than so many characters
     */
    public static @Nullable String text(String member, @Nullable String value, int longest) throws Rejected {
        return value == null ? null : shorter(member, value, longest);
    }

    /**
     * A text.
     *
     * @throws Rejected when it is longer than so many characters
     */
    public static String shorter(String member, String value, int longest) throws Rejected {
        if (value.length() > longest) {
            throw new Rejected(
                    Reason.MEMBER_TOO_LONG,
                    member + " 最多 " + longest + " 个字符 / may have at most " + longest + " characters");
        }
        return value;
    }

    /**
     * A point in time.
     *
     * @throws Rejected when the text is not RFC 3339 with offset
     */
    public static Instant time(String member, String text) throws Rejected {
        try {
            var time = OffsetDateTime.parse(shorter(member, text, LONGEST_TIME));
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
