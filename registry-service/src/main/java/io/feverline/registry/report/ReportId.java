package io.feverline.registry.report;

import java.time.LocalDate;

/**
 * Which report.
 *
 * @param day that the shift began on
 */
public record ReportId(String checkpointId, LocalDate day, String shift) {
    /** As it stands in a URL and in the audit log. */
    @Override
    public String toString() {
        return checkpointId + "/" + day + "/" + shift;
    }
}
