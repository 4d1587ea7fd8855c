package io.feverline.registry.console;

import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ReportState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports that are expected of a day.
 *
 * @param view which of them
 * @param state only those in this state; null for all
 * @param area only what lies in it; null for all that the reader may see
 * @param areaName what it is called
 * @param counted whether it is still kept what devices measured on the day
 * @param next the position after which the next page begins; null on the last
 */
record ReportList(
        View view,
        LocalDate day,
        LocalDate today,
        @Nullable ReportState state,
        @Nullable String area,
        @Nullable String areaName,
        boolean counted,
        List<ReportRow> rows,
        @Nullable String next) {
    /** The three lists. */
    enum View {
        ALL("/console/reports"),
        MISSING("/console/reports/missing"),
        DISCREPANCIES("/console/reports/discrepancies");

        private final String path;

        View(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    public List<ReportState> states() {
        return List.of(ReportState.values());
    }

    /** Where the next page is; null on the last. */
    public @Nullable String nextPage() {
        return next == null ? null : link(view, day) + "&cursor=" + next;
    }

    /** The figures that a list shows. */
    public List<Figure> figures() {
        return List.of(Figure.SCREENED, Figure.CONFIRMED);
    }

    public List<View> views() {
        return List.of(View.values());
    }

    public String dayBefore() {
        return link(view, day.minusDays(1));
    }

    public String dayAfter() {
        return link(view, day.plusDays(1));
    }

    /** Whether there is nothing to see after it yet. */
    public boolean isLast() {
        return !day.isBefore(today);
    }

    /** Where another list of the same day and area is. */
    public String of(View other) {
        return link(other, day);
    }

    private String link(View of, LocalDate on) {
        String state = of == View.ALL && this.state != null ? "&state=" + EnumWords.word(this.state) : "";
        return of.path() + "?day=" + on + (area == null ? "" : "&area=" + area) + state;
    }
}
