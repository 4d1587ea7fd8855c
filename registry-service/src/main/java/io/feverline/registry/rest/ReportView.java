package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A daily report that is expected.
 *
 * @param areaCode the checkpoint's
 * @param day that the shift began on
 * @param ends not included
 * @param cutoff signed then or later it is late
 * @param signedAt when it was signed first; absent as long as it is not, as are the members below
 * @param inTime whether that was before the cutoff
 * @param version 1 as it was signed, one more with each correction
 * @param stated what stands now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        String checkpointId,
        String checkpointName,
        String areaCode,
        LocalDate day,
        String shift,
        Instant begins,
        Instant ends,
        Instant cutoff,
        String state,
        @Nullable Instant signedAt,
        @Nullable Boolean inTime,
        @Nullable Integer version,
        @Nullable FiguresView stated) {
    static ReportView of(Report report, Instant now) {
        var shift = report.shift();
        var standing = report.standing();
        return new ReportView(
                report.checkpointId(),
                report.checkpointName(),
                report.areaCode(),
                shift.day(),
                shift.shift(),
                shift.begins(),
                shift.ends(),
                shift.cutoff(),
                Names.of(report.state(now)),
                standing == null ? null : standing.signedAt(),
                standing == null ? null : standing.isInTime(shift),
                standing == null ? null : standing.version(),
                standing == null ? null : FiguresView.of(standing.stated()));
    }
}
