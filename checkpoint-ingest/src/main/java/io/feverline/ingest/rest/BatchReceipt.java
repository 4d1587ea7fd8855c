package io.feverline.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.ingest.intake.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param accepted taken and acknowledged
 * @param rejected turned away, each with its problem
 */
public record BatchReceipt(int accepted, int rejected, List<Item> problems) {

    /**
     * An item that was turned away.
     *
     * @param index in the batch, from 0
     * @param id as sent, when it could be read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(int index, @Nullable String id, Problem problem) {}

    static BatchReceipt of(Intake.Outcome outcome) {
        var problems = outcome.refusals().stream()
                .map(refusal -> new Item(refusal.index(), refusal.id(), Problems.of(refusal.why())))
                .toList();
        return new BatchReceipt(outcome.accepted(), problems.size(), problems);
    }
}
