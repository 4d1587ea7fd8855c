package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one daily report.
 *
 * @param draft what devices have counted by now; absent when it is no longer kept what they measured
 * @param statements the report as it was signed, and its corrections in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportFileView(ReportView report, @Nullable FiguresView draft, List<StatementView> statements) {
    /**
     * What somebody signed.
     *
     * @param version 1 for the report, more for a correction
     * @param devices what devices had counted then
     * @param signedBy the subject of the signer's token
     * @param words the signer's note, or why it was corrected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StatementView(
            int version,
            FiguresView stated,
            FiguresView devices,
            String signedBy,
            Instant signedAt,
            @Nullable String words) {
        static StatementView of(Statement statement) {
            return new StatementView(
                    statement.version(),
                    FiguresView.of(statement.stated()),
                    FiguresView.of(statement.devices()),
                    statement.signedBy(),
                    statement.signedAt(),
                    statement.words());
        }
    }

    static ReportFileView of(ReportFile file, Instant now) {
        var draft = file.draft();
        return new ReportFileView(
                ReportView.of(file.report(), now),
                draft == null ? null : FiguresView.of(draft),
                file.statements().stream().map(StatementView::of).toList());
    }
}
