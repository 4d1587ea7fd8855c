package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.feverline.registry.statistics.DayOfArea;
import io.feverline.registry.statistics.Figures;
import java.time.LocalDate;
import java.util.List;

/**
 * How many were screened in an area on a day, in the county's time.
 *
 * @param areas those directly below of which there are figures; what belongs to none of them is under the area itself
 * @param hours those of which there are figures, from 0 to 23
 */
public record DayOfAreaView(
        String area, LocalDate day, Figures total, List<AreaFiguresView> areas, List<HourFiguresView> hours) {

    /** What there was in an area. */
    public record AreaFiguresView(
            String area, @JsonUnwrapped Figures figures) {}

    /** What there was in an hour. */
    public record HourFiguresView(int hour, @JsonUnwrapped Figures figures) {}

    static DayOfAreaView of(DayOfArea day) {
        return new DayOfAreaView(
                day.area(),
                day.day(),
                day.total(),
                day.areas().stream()
                        .map(in -> new AreaFiguresView(in.area(), in.figures()))
                        .toList(),
                day.hours().stream()
                        .map(in -> new HourFiguresView(in.hour(), in.figures()))
                        .toList());
    }
}
