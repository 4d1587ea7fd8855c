package io.feverline.registry.followup.rule;

import java.time.LocalDate;

/** A morning or an evening of the county: somebody who is followed up is asked once in each. */
public record HalfDay(LocalDate day, Part part) {
    /** Which half. */
    public enum Part {
        MORNING,
        EVENING
    }

    /** Half days are numbered through, from the morning of 1970-01-01 on, so that many of them are a range. */
    public long number() {
        return day.toEpochDay() * 2 + (part == Part.MORNING ? 0 : 1);
    }

    /** The half day with a number. */
    public static HalfDay numbered(long number) {
        Part part = Math.floorMod(number, 2L) == 0 ? Part.MORNING : Part.EVENING;
        return new HalfDay(LocalDate.ofEpochDay(Math.floorDiv(number, 2L)), part);
    }
}
