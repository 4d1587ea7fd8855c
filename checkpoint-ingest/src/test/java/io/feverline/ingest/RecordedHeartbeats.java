package io.feverline.ingest;

import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.intake.HeartbeatPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Brokers that acknowledge heartbeats at once, or not at all. */
@Alternative
@Priority(1)
@Singleton
public class RecordedHeartbeats implements HeartbeatPublisher {
    private final List<Heartbeat> published = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Override
    public Uni<Void> publish(Heartbeat heartbeat, ClockSkew skew) {
        if (away) {
            return Uni.createFrom().failure(new DoorBusy("away", null));
        }
        published.add(heartbeat);
        return Uni.createFrom().voidItem();
    }

    /** What was acknowledged so far. */
    public List<Heartbeat> published() {
        return published;
    }

    /** Whether the brokers are away from now on. */
    public void away(boolean now) {
        away = now;
    }
}
