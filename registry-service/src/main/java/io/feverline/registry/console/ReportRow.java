package io.feverline.registry.console;

import io.feverline.registry.report.Report;
import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.ReportState;
import java.util.List;

/**
 * A report that is expected, as a list shows it.
 *
 * @param area what the checkpoint's area is called
 * @param discrepancies in what devices contradict it; empty also when that was not asked for
 */
record ReportRow(Report report, ReportState state, String area, List<Discrepancy> discrepancies) {
    /** The colour and shape of its state; look.css has them. */
    public String look() {
        return switch (state) {
            case EXPECTED -> "waiting";
            case ZERO -> "nothing";
            case SUBMITTED -> "well";
            case LATE -> "high";
            case MISSING -> "critical";
            case CORRECTED -> "changed";
        };
    }

    public String link() {
        return "/console/reports/%s/%s/%s"
                .formatted(
                        report.checkpointId(),
                        report.shift().day(),
                        report.shift().shift());
    }
}
