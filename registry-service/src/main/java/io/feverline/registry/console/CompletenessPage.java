package io.feverline.registry.console;

import io.feverline.registry.report.AreaCompleteness;
import io.feverline.registry.report.rule.Completeness;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How completely areas reported.
 *
 * @param to included
 * @param by county or town
 */
record CompletenessPage(LocalDate from, LocalDate to, String by, List<AreaCompleteness> areas) {
    /** All areas together; null of none. */
    public @Nullable Completeness total() {
        return areas.isEmpty()
                ? null
                : new Completeness(
                        sum(Completeness::expected),
                        sum(Completeness::zero),
                        sum(Completeness::submitted),
                        sum(Completeness::late),
                        sum(Completeness::missing),
                        sum(Completeness::corrected));
    }

    private int sum(ToIntFunction<Completeness> figure) {
        return areas.stream().map(AreaCompleteness::figures).mapToInt(figure).sum();
    }

    public String csv() {
        return "/console/completeness/csv?from=%s&to=%s&by=%s".formatted(from, to, by);
    }

    /** Where an area's missing reports are, of the last day with any: those before are a link away. Null without. */
    public @Nullable String missingOf(AreaCompleteness area) {
        LocalDate day = area.lastMissing();
        return day == null ? null : "/console/reports/missing?day=%s&area=%s".formatted(day, area.areaCode());
    }
}
