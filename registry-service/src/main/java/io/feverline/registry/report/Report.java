package io.feverline.registry.report;

import io.feverline.registry.report.rule.ReportState;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that is expected.
 *
 * @param areaCode the checkpoint's
 * @param standing what was signed; null for nothing
 */
public record Report(
        String checkpointId,
        String checkpointName,
        String areaCode,
        ShiftOfDay shift,
        @Nullable Standing standing) {

    public ReportState state(Instant now) {
        return ReportState.of(shift, standing, now);
    }

    /** Its place in a list of one day. */
    public String position() {
        return checkpointId + "/" + shift.shift();
    }

    boolean isInTime() {
        return standing != null && standing.isInTime(shift);
    }
}
