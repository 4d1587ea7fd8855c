package io.feverline.registry.report.rule;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A signed report as it stands after its corrections.
 *
 * @param signedAt when it was signed first
 * @param version 1 as it was signed, and one more with each correction
 * @param devicesThen what devices had counted when this version was signed
 */
public record Standing(Instant signedAt, int version, Stated stated, Counts devicesThen) {
    public boolean isCorrected() {
        return version > 1;
    }

    /** Whether it was signed before the cutoff; that a correction came later does not matter. */
    public boolean isInTime(ShiftOfDay shift) {
        return !shift.isCutOff(signedAt);
    }

    /** In what it differs from what devices have counted by now, in the order of the figures. */
    public List<Discrepancy> discrepancies(Counts devices) {
        return Stream.of(Figure.values())
                .map(figure ->
                        new Discrepancy(figure, stated.counts().of(figure), devices.of(figure), devicesThen.of(figure)))
                .filter(each -> each.difference() != 0)
                .toList();
    }
}
