package io.feverline.registry.followup.rule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Where mornings and evenings begin, in the county's time.
 *
 * @param evening when the morning ends and the evening begins; the evening ends with the day
 */
public record HalfDays(LocalTime evening) {
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    public HalfDays {
        if (evening.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("a day without a morning");
        }
    }

    /** The half day that a time is in. */
    public HalfDay at(Instant time) {
        var local = time.atZone(COUNTY);
        boolean early = local.toLocalTime().isBefore(evening);
        return new HalfDay(local.toLocalDate(), early ? HalfDay.Part.MORNING : HalfDay.Part.EVENING);
    }

    /** The number of the half day that a time is in. */
    public long numberAt(Instant time) {
        return at(time).number();
    }

    /** When a half day begins, and the one before ends. */
    public Instant begin(long number) {
        HalfDay half = HalfDay.numbered(number);
        LocalTime from = half.part() == HalfDay.Part.MORNING ? LocalTime.MIDNIGHT : evening;
        return half.day().atTime(from).atZone(COUNTY).toInstant();
    }
}
