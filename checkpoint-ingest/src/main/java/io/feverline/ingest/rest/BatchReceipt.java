package io.feverline.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.ingest.intake.Intake;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param accepted taken and acknowledged
 * @param rejected turned away, each with its problem
 * @param rest there only when the batch was not read to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchReceipt(
        int accepted,
        int rejected,
        List<Item> problems,

        @Schema(description = "Present: of the items from this index on nothing was taken, send them again") @Nullable
        Rest rest) {

    /**
     * An item that was turned away.
     *
     * @param index in the batch, from 0
     * @param id as sent, when it could be read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(int index, @Nullable String id, Problem problem) {}

    /**
     * Items that were not looked at.
     *
     * @param from index of the first; accepted and rejected together are as many
     */
    public record Rest(int from, Problem problem) {}

    /** Says it. */
    public static BatchReceipt of(Intake.Outcome outcome) {
        var problems = outcome.refusals().stream()
                .map(refusal -> new Item(refusal.index(), refusal.id(), Problems.of(refusal.why())))
                .toList();
        var rest = outcome.rest();
        return new BatchReceipt(
                outcome.accepted(),
                problems.size(),
                problems,
                rest == null ? null : new Rest(rest.from(), Problems.of(rest.why())));
    }
}
