package io.feverline.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The parts of one batch that are on their way to the brokers, in order. */
final class Chunks {
    private final List<CompletableFuture<Intake.Outcome>> sent = new ArrayList<>();
    private int items;

    /** Sends the next one on its way. */
    void send(CompletionStage<Intake.Outcome> chunk, int size) {
        sent.add(chunk.toCompletableFuture());
        items += size;
    }

    /** How many items they hold. */
    int items() {
        return items;
    }

    /** Whether one has failed already: then the batch has, whatever follows. */
    boolean failed() {
        for (var chunk : sent) {
            if (chunk.isCompletedExceptionally()) {
                return true;
            }
        }
        return false;
    }

    /** What became of all; fails when one of them has. */
    CompletionStage<Intake.Outcome> outcome(Intake.@Nullable Rest rest) {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> joined(rest));
    }

    private Intake.Outcome joined(Intake.@Nullable Rest rest) {
        int accepted = 0;
        var refusals = new ArrayList<Intake.Refusal>();
        for (var chunk : sent) {
            var outcome = chunk.join();
            accepted += outcome.accepted();
            refusals.addAll(outcome.refusals());
        }
        return new Intake.Outcome(accepted, refusals, rest);
    }
}
