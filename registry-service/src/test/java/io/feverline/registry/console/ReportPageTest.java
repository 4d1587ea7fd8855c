package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.console.ReportPage.Line;
import io.feverline.registry.report.Report;
import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.Standing;
import io.feverline.registry.report.rule.Stated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final Instant NOON = Instant.parse("2020-01-26T04:00:00Z");
    private static final Counts COUNTED = new Counts(120, 3, 2, 7);

    @Test
    void a_report_that_is_not_signed_begins_with_what_devices_counted() {
        assertThat(page(null).lines()).extracting(Line::value).containsExactly(120, 3, 2, 7);
    }

    @Test
    void how_many_were_referred_is_not_filled_in_for_no_device_knows() {
        assertThat(page(null).referred()).isNull();
    }

    @Test
    void a_correction_begins_with_what_stands() {
        var stated = new Stated(new Counts(119, 3, 1, 7), 1);

        assertThat(page(stated).lines()).extracting(Line::value).containsExactly(119, 3, 1, 7);
    }

    @Test
    void a_discrepancy_stands_beside_its_figure() {
        var stated = new Stated(new Counts(120, 3, 1, 7), 1);

        assertThat(page(stated).lines())
                .filteredOn(line -> line.discrepancy() != null)
                .extracting(Line::figure)
                .containsExactly(Figure.CONFIRMED);
    }

    @Test
    void what_is_no_longer_kept_contradicts_nothing() {
        var stated = new Stated(new Counts(120, 3, 1, 7), 1);

        assertThat(page(stated, null).lines()).allMatch(line -> line.devices() == null && line.discrepancy() == null);
    }

    private static ReportPage page(@Nullable Stated stated) {
        return page(stated, COUNTED);
    }

    private static ReportPage page(@Nullable Stated stated, @Nullable Counts draft) {
        var shift = new ShiftOfDay(LocalDate.of(2020, 1, 26), "day", NOON, NOON, NOON);
        var standing = stated == null ? null : new Standing(NOON, 1, stated, COUNTED);
        var report = new Report("gate", "北出口", "360322101", shift, standing);
        return new ReportPage(new ReportFile(report, draft, List.of()), "上栗镇", true, NOON);
    }
}
