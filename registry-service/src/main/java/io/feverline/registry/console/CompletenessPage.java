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

    /** Where the reports of an area are that are missing, of the last day: those before are a link away there. */
    public String missingOf(AreaCompleteness area) {
        return "/console/reports/missing?day=%s&area=%s".formatted(to, area.areaCode());
    }
}
