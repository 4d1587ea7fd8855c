package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.bulk.BulkChanges;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Brings the area tree, or the history of codes, up to a published state; the header tells which of the two a document
 * is. What it does not name stays as it is.
 */
@ApplicationScoped
public class AreaImport {
    private final AreaTable areas;
    private final AreaPeriodTable periods;
    private final BulkChanges changes;

    AreaImport(AreaTable areas, AreaPeriodTable periods, BulkChanges changes) {
        this.areas = areas;
        this.periods = periods;
        this.changes = changes;
    }

    /**
     * Writes a document as a whole; fails with a {@link Rejection} if it is of neither kind.
     *
     * @param dryRun only tells what it would do
     */
    public Uni<Report> run(CsvTable table, boolean dryRun, Actor actor) {
        if (table.columns().containsAll(AreaCsv.COLUMNS)) {
            return changes.run(areas, AreaCsv.areas(table), dryRun, actor, Act.AREAS_IMPORT);
        }
        if (table.columns().containsAll(AreaPeriodCsv.COLUMNS)) {
            return changes.run(periods, AreaPeriodCsv.periods(table), dryRun, actor, Act.AREA_PERIODS_IMPORT);
        }
        throw new Rejection(
                Reason.UNREADABLE_CSV,
                "列须为 code, level, name, parent 或 code, name, first_year, last_year / the columns are neither"
                        + " code, level, name, parent nor code, name, first_year, last_year");
    }

    static Rejection unknownParent() {
        return new Rejection(Reason.UNKNOWN_AREA, "上级既未登记也不在文件中 / the parent is neither known nor in the document");
    }
}
