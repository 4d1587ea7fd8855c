package io.feverline.registry.report.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a report that is expected stands. Nothing to report, no report, and a late one are three different things. */
public enum ReportState {
    /** Not signed, and there is time. */
    EXPECTED,
    /** Signed in time: nothing. */
    ZERO,
    /** Signed in time. */
    SUBMITTED,
    /** Signed after the cutoff. */
    LATE,
    /** Not signed, and the cutoff is over. */
    MISSING,
    /** Signed and then corrected; what was signed stays, and whether that was in time. */
    CORRECTED;

    /**
     * The state at a time.
     *
     * @param standing what was signed; null for nothing
     */
    public static ReportState of(ShiftOfDay shift, @Nullable Standing standing, Instant now) {
        if (standing == null) {
            return shift.isCutOff(now) ? MISSING : EXPECTED;
        }
        if (standing.isCorrected()) {
            return CORRECTED;
        }
        if (!standing.isInTime(shift)) {
            return LATE;
        }
        return standing.stated().isZero() ? ZERO : SUBMITTED;
    }
}
