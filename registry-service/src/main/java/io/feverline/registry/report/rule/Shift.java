package io.feverline.registry.report.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A shift of duty.
 *
 * @param ends by the clock; on the day after when that is not later than {@code begins}
 */
public record Shift(String name, LocalTime begins, LocalTime ends) {
    private static final Pattern TEXT =
            Pattern.compile("([a-z][a-z0-9-]{0,31}) +([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

    /**
     * The shift that a text such as {@code night 20:00-08:00} means.
     *
     * @throws IllegalArgumentException if it is not of this form
     * @throws DateTimeException if a day has no such time
     */
    public static Shift parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a shift is written like night 20:00-08:00, not " + text);
        }
        return new Shift(parts.group(1), LocalTime.parse(parts.group(2)), LocalTime.parse(parts.group(3)));
    }

    /** The shift that begins on a day. */
    ShiftOfDay on(LocalDate day, ZoneId zone, Duration cutoff) {
        var end = (ends.isAfter(begins) ? day : day.plusDays(1))
                .atTime(ends)
                .atZone(zone)
                .toInstant();
        return new ShiftOfDay(day, name, day.atTime(begins).atZone(zone).toInstant(), end, end.plus(cutoff));
    }
}
