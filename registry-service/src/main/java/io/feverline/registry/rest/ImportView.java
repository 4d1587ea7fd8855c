package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.events.csv.Fault;
import io.feverline.registry.events.csv.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param rows in the document
 * @param bad rows that cannot be taken; while there is one, nothing is written
 * @param faults of the first 1,000, in order of lines
 */
public record ImportView(int rows, int added, int changed, int unchanged, int bad, List<FaultView> faults) {
    /**
     * What is wrong with a row.
     *
     * @param line the header stands on line 1
     * @param column absent when it is not of one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FaultView(int line, @Nullable String column, String reason) {
        static FaultView of(Fault fault) {
            return new FaultView(fault.line(), fault.column(), fault.reason());
        }
    }

    static ImportView of(Report done) {
        return new ImportView(
                done.rows(),
                done.added(),
                done.changed(),
                done.unchanged(),
                done.bad(),
                done.faults().stream().map(FaultView::of).toList());
    }
}
