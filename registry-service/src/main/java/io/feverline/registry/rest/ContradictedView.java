package io.feverline.registry.rest;

import io.feverline.registry.report.Contradicted;
import io.feverline.registry.report.rule.Discrepancy;
import java.time.Instant;
import java.util.List;

/** A signed report that devices contradict, and each figure in which they do. */
public record ContradictedView(ReportView report, List<DiscrepancyView> discrepancies) {
    /**
     * A figure that is not what devices count.
     *
     * @param signed what stands in the report
     * @param devices what they have counted by now
     * @param difference how much more was signed than counted
     * @param devicesWhenSigned what they had counted when it was signed
     * @param kind changed-since when the signed figure was what they had counted then, and late readings changed it
     */
    public record DiscrepancyView(
            String figure, int signed, int devices, int difference, int devicesWhenSigned, String kind) {
        static DiscrepancyView of(Discrepancy discrepancy) {
            return new DiscrepancyView(
                    Names.of(discrepancy.figure()),
                    discrepancy.stated(),
                    discrepancy.devices(),
                    discrepancy.difference(),
                    discrepancy.devicesThen(),
                    Names.of(discrepancy.kind()));
        }
    }

    static ContradictedView of(Contradicted contradicted, Instant now) {
        return new ContradictedView(
                ReportView.of(contradicted.report(), now),
                contradicted.discrepancies().stream().map(DiscrepancyView::of).toList());
    }
}
