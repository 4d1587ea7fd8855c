package io.feverline.ingest.intake;

import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.smallrye.mutiny.Uni;

/** Where heartbeats go. */
public interface HeartbeatPublisher {
    /**
     * Completes when the heartbeat is acknowledged by all brokers in sync.
     *
     * @return fails with {@link DoorBusy} when that is not known
     */
    Uni<Void> publish(Heartbeat heartbeat, ClockSkew skew);
}
