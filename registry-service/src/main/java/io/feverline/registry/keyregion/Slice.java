package io.feverline.registry.keyregion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The passages that one step of a run looks at: those of a day, which lie in one partition; and at last all that are
 * dated later than today.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Slice(Instant from, Instant to) {
    /** Later than any reading, early enough for every database. */
    static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    /**
     * The next of a run.
     *
     * @param from up to where its passages have been looked at
     * @param end of the run
     */
    static Slice next(Instant from, Instant end, Instant now) {
        Instant tomorrow = midnightAfter(now);
        Instant to = from.isBefore(tomorrow) ? midnightAfter(from) : END;
        return new Slice(from, to.isBefore(end) ? to : end);
    }

    private static Instant midnightAfter(Instant time) {
        return LocalDate.ofInstant(time, COUNTY)
                .plusDays(1)
                .atStartOfDay(COUNTY)
                .toInstant();
    }
}
