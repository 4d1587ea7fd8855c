package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Words;
import io.feverline.events.access.AreaScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Query parameters as what they mean; what cannot be taken is named. */
final class Parameters {

    private Parameters() {}

    /** @throws ProblemException 400 unless it is from 1 to {@code most} */
    static int limit(int given, int most) {
        if (given < 1 || given > most) {
            throw Problems.invalidParameter("limit", "须在 1 到 " + most + " 之间 / is from 1 to " + most);
        }
        return given;
    }

    /** @throws ProblemException 400 unless it is true or false */
    static boolean truth(String name, String given) {
        return switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unknown(name);
        };
    }

    /** @throws ProblemException 400 unless it is one of the words */
    static <E extends Enum<E>> E word(String name, Class<E> type, String given) {
        try {
            return Words.parse(type, given);
        } catch (IllegalArgumentException e) {
            throw unknown(name);
        }
    }

    /** @throws ProblemException 400 unless it is an area's code */
    static AreaScope area(String name, String given) {
        AreaScope scope = AreaScope.of(given);
        if (scope.equals(AreaScope.NOTHING)) {
            throw unknown(name);
        }
        return scope;
    }

    private static ProblemException unknown(String name) {
        return Problems.invalidParameter(name, "取值无效 / has a value that is not known");
    }

    /**
     * A plus that was sent without its escape, and so arrives as a space, is taken for the plus.
     *
     * @throws ProblemException 400 unless it is an RFC 3339 time with offset
     */
    static Instant time(String name, String given) {
        try {
            return OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problems.invalidParameter(name, "须为带时区的 RFC 3339 时间 / is an RFC 3339 time with offset");
        }
    }
}
