package io.feverline.registry.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * A day of an area, in the county's time.
 *
 * @param total of all that the reader may see
 * @param areas the areas directly below, of which there are figures, in order of code; what belongs to none of them is under
 *     the area's own code
 * @param hours of the day, from 0 to 23, of which there are figures
 */
public record DayOfArea(String area, LocalDate day, Figures total, List<InArea> areas, List<InHour> hours) {
    /** What there was in an area. */
    public record InArea(String area, Figures figures) {}

    /** What there was in an hour. */
    public record InHour(int hour, Figures figures) {}
}
