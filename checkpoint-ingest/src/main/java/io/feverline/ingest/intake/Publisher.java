package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reading;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where admitted readings go. */
public interface Publisher {
    /**
     * Completes when every reading is acknowledged by all brokers in sync. On the way of a reading these are plain
     * stages and no Unis: each operator of a Uni carries the request's contexts along, which costs more than sending
     * the reading.
     *
     * @return fails with {@link DoorBusy} when that is not known; what was sent may still arrive
     */
    CompletionStage<Void> publish(List<Reading> readings);
}
