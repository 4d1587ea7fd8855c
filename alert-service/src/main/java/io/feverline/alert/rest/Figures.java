package io.feverline.alert.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Durations and counts as JSON has them. */
final class Figures {

    private Figures() {}

    /**
     * The duration of a member, to the millisecond.
     *
     * @throws ProblemException 400 unless it is there, from {@code least} to {@code most}
     */
    static Duration duration(String member, @Nullable String given, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(given == null ? "" : given);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeParseException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                member, "须为 %s 到 %s 的时长 / is a duration from %s to %s".formatted(least, most, least, most));
    }

    /**
     * The count of a member. JSON has it as a number, of which 2.5 is one too.
     *
     * @throws ProblemException 400 unless it is there, whole, from {@code least} to {@code most}
     */
    static int count(String member, @Nullable BigDecimal given, int least, int most) {
        try {
            if (given != null
                    && given.compareTo(BigDecimal.valueOf(least)) >= 0
                    && given.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return given.intValueExact();
            }
        } catch (ArithmeticException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                member, "须为 %d 到 %d 的整数 / is a whole number from %d to %d".formatted(least, most, least, most));
    }
}
