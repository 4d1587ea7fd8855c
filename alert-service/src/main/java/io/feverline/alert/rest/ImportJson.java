package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.events.csv.Fault;
import io.feverline.registry.events.csv.Report;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import did, or would do. */
@Schema(name = "Import", description = "What an import did, or would do.")
public record ImportJson(
        @Schema(required = true, description = "In the document.")
        int rows,

        @Schema(required = true) int added,
        @Schema(required = true) int changed,
        @Schema(required = true) int unchanged,

        @Schema(required = true, description = "Rows that cannot be taken; while there is one, nothing is written.")
        int bad,

        @Schema(required = true, description = "Of the first 1,000 bad rows, in order of lines.")
        List<FaultJson> faults) {

    /** What is wrong with a row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Fault", description = "What is wrong with a row.")
    public record FaultJson(
            @Schema(required = true, description = "The header stands on line 1.")
            int line,

            @Schema(description = "Absent when it is not of one column.") @Nullable
            String column,

            @Schema(required = true) String reason) {
        static FaultJson of(Fault fault) {
            return new FaultJson(fault.line(), fault.column(), fault.reason());
        }
    }

    /** The problem of a document with bad rows: with what is wrong with them. */
    @Schema(name = "ImportProblem", description = "RFC 9457 problem details, with what is wrong with the rows.")
    public record ImportProblemJson(
            @Schema(required = true, type = SchemaType.STRING, format = "uri")
            URI type,

            @Schema(required = true) String title,
            @Schema(required = true) int status,
            @Schema(required = true) String detail,
            @Schema(required = true) ImportJson report) {
        static ImportProblemJson of(Report report) {
            Problem problem = Problems.importRefused();
            return new ImportProblemJson(
                    problem.type(), problem.title(), problem.status(), problem.detail(), ImportJson.of(report));
        }
    }

    static ImportJson of(Report done) {
        return new ImportJson(
                done.rows(),
                done.added(),
                done.changed(),
                done.unchanged(),
                done.bad(),
                done.faults().stream().map(FaultJson::of).toList());
    }
}
