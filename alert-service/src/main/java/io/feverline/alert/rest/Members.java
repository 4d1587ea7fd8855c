package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Members of a body as what they mean; what cannot be taken is named. */
final class Members {

    private Members() {}

    /** @throws ProblemException 400 unless it says something, in at most so many characters */
    static String text(String member, @Nullable String given, int longest) {
        String text = optionalText(member, given, longest);
        if (text == null) {
            throw Problems.invalidMember(member, "缺失 / is missing");
        }
        return text;
    }

    /**
     * What an action may need said.
     *
     * @throws ProblemException 400 if it needs it and there is nothing, or too much
     */
    static @Nullable String text(String member, @Nullable String given, int longest, boolean needed) {
        String text = optionalText(member, given, longest);
        if (text == null && needed) {
            throw Problems.invalidMember(member, "此操作需要填写 / is needed for this");
        }
        return text;
    }

    /** @throws ProblemException 400 if it has more characters */
    static @Nullable String optionalText(String member, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > longest || given.indexOf('\0') >= 0) {
            throw Problems.invalidMember(member, "最多 " + longest + " 个字符 / has at most " + longest + " characters");
        }
        return given.strip();
    }

    /** @throws ProblemException 400 unless it is one of the words */
    static <E extends Enum<E>> E word(String member, Class<E> type, @Nullable String given) {
        try {
            return Words.parse(type, given == null ? "" : given);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidMember(member, "缺失或取值无效 / is missing or has a value that is not known");
        }
    }

    /** @throws ProblemException 400 unless it is an RFC 3339 time with offset */
    static Instant time(String member, @Nullable String given) {
        try {
            // The database knows no finer.
            return OffsetDateTime.parse(given == null ? "" : given).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Problems.invalidMember(member, "须为带时区的 RFC 3339 时间 / is an RFC 3339 time with offset");
        }
    }
}
