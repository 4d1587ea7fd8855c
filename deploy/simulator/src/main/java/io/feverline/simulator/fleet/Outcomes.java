package io.feverline.simulator.fleet;

import io.feverline.simulator.ledger.Outcome;
import io.feverline.simulator.ledger.QueuedReading;
import org.jspecify.annotations.Nullable;

/** Who hears of what became of readings. */
interface Outcomes {

    /**
     * A reading has its outcome.
     *
     * @param dueNanos when it was due by {@link System#nanoTime()}; null for what an earlier run left
     */
    void settled(QueuedReading reading, String deviceId, Outcome outcome, String detail, @Nullable Long dueNanos);

    /** An attempt failed and will be repeated. */
    void failed();

    /** Runs a step of the fleet's thread; what it throws ends the run instead of vanishing in an executor. */
    void guarded(Runnable step);
}
