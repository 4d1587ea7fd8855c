package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reading;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where admitted readings go. */
public interface Publisher {
    /**
     * Completes when every reading is acknowledged by all brokers in sync.
     *
     * @return fails with {@link DoorBusy} when that is not known; what was sent may still arrive
     */
    Uni<Void> publish(List<Reading> readings);
}
