package io.feverline.registry.console;

import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.Statement;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.Standing;
import io.feverline.registry.rest.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One daily report: what devices count, and what is stated.
 *
 * @param area what the checkpoint's area is called
 * @param signer whether its reader may sign and correct reports
 */
record ReportPage(ReportFile file, String area, boolean signer, Instant now) {
    /**
     * A figure that devices count.
     *
     * @param devices null when it is no longer kept what they measured
     * @param stated what stands; null while nothing is signed
     * @param discrepancy null when there is none
     */
    record Line(
            Figure figure,
            @Nullable Integer devices,
            @Nullable Integer stated,
            @Nullable Discrepancy discrepancy) {
        /** As the form has it. */
        public String field() {
            return switch (figure) {
                case SCREENED -> "screened";
                case SUSPECTED -> "suspected";
                case CONFIRMED -> "confirmed";
                case KEY_REGION -> "keyRegion";
            };
        }

        /** What the form begins with: what stands, else what devices have counted. */
        public @Nullable Integer value() {
            return stated == null ? devices : stated;
        }
    }

    public List<Line> lines() {
        Standing standing = file.report().standing();
        Counts draft = file.draft();
        List<Discrepancy> discrepancies = standing == null || draft == null ? List.of() : standing.discrepancies(draft);
        return Stream.of(Figure.values())
                .map(figure -> new Line(
                        figure,
                        draft == null ? null : Integer.valueOf(draft.of(figure)),
                        standing == null ? null : standing.stated().counts().of(figure),
                        discrepancies.stream()
                                .filter(each -> each.figure() == figure)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** How many were sent to a fever clinic; no device knows, so a person says so, also that it is nobody. */
    public @Nullable Integer referred() {
        Standing standing = file.report().standing();
        return standing == null ? null : standing.stated().referred();
    }

    public boolean isSigned() {
        return file.report().standing() != null;
    }

    /** Whether it is still kept what devices measured. */
    public boolean isCounted() {
        return file.draft() != null;
    }

    /** Whether its shift has ended, so that it can be signed. */
    public boolean isOver() {
        return file.report().shift().isOver(now);
    }

    public boolean isLate() {
        return file.report().shift().isCutOff(now);
    }

    public ReportRow row() {
        return new ReportRow(file.report(), file.report().state(now), area, List.of());
    }

    /** The version that a correction is based on. */
    public String seen() {
        Standing standing = file.report().standing();
        return standing == null ? "" : Versions.tag(standing.version());
    }

    /** The newest first. */
    public List<Statement> statements() {
        var statements = new ArrayList<>(file.statements());
        Collections.reverse(statements);
        return statements;
    }
}
