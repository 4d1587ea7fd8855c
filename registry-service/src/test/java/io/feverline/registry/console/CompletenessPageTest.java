package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.report.AreaCompleteness;
import io.feverline.registry.report.rule.Completeness;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessPageTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 26);

    @Test
    void all_areas_together_are_rated_by_their_reports_and_not_by_the_mean_of_their_rates() {
        var page = new CompletenessPage(
                DAY,
                DAY,
                "town",
                List.of(
                        new AreaCompleteness("360322101", "上栗镇", new Completeness(1, 0, 0, 0, 1, 0), DAY),
                        new AreaCompleteness("360322102", "桐木镇", new Completeness(3, 1, 1, 1, 0, 2), null)));

        assertThat(page.total()).isEqualTo(new Completeness(4, 1, 1, 1, 1, 2));
    }

    @Test
    void what_is_missing_is_shown_on_the_last_day_that_lacks_a_report() {
        var area = new AreaCompleteness("360322101", "上栗镇", new Completeness(1, 0, 0, 0, 1, 0), DAY.minusDays(1));
        var page = new CompletenessPage(DAY.minusDays(6), DAY, "town", List.of(area));

        assertThat(page.missingOf(area)).isEqualTo("/console/reports/missing?day=2020-01-25&area=360322101");
    }
}
