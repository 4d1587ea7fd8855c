package io.feverline.simulator.fleet;

import io.feverline.simulator.ledger.QueuedReading;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where readings are posted to. */
interface Door {

    /**
     * Posts readings: one by itself, several as a batch. Never fails: a broken connection is {@link Reply.NoVerdict}.
     *
     * @param key the device's bearer key
     */
    CompletionStage<Reply> post(String key, List<QueuedReading> readings);
}
