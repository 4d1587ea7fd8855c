package io.feverline.registry.report;

import io.feverline.registry.report.rule.ShiftOfDay;
import java.time.Instant;

/** That a report is not signed. */
public record Reminder(String checkpointId, String areaCode, ShiftOfDay shift, Kind kind) {
    /** What is told, each once of a report. */
    public enum Kind {
        /** The cutoff is near. */
        DUE_SOON,
        /** The cutoff is over. */
        MISSING;

        static Kind at(Instant now, ShiftOfDay shift) {
            return shift.isCutOff(now) ? MISSING : DUE_SOON;
        }
    }
}
