package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.report.AreaCompleteness;
import org.jspecify.annotations.Nullable;

/**
 * How completely, and how timely, an area reports (CDC, MMWR 2001;50(RR-13)).
 *
 * @param name absent when the area is not in the tree
 * @param expected reports whose cutoff is over: zero, submitted, late and missing together
 * @param zero signed in time, and nothing by what stands now
 * @param submitted signed in time, with something
 * @param corrected of the signed ones, those that were corrected
 * @param completeness per cent of the expected that were signed
 * @param timeliness per cent of the expected that were signed before the cutoff
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompletenessView(
        String areaCode,
        @Nullable String name,
        int expected,
        int zero,
        int submitted,
        int late,
        int missing,
        int corrected,
        double completeness,
        double timeliness) {
    static CompletenessView of(AreaCompleteness area) {
        var figures = area.figures();
        return new CompletenessView(
                area.areaCode(),
                area.name(),
                figures.expected(),
                figures.zero(),
                figures.submitted(),
                figures.late(),
                figures.missing(),
                figures.corrected(),
                figures.completeness(),
                figures.timeliness());
    }
}
