package io.feverline.ingest.intake;

import io.feverline.ingest.device.Device;
import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.feverline.ingest.reading.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What happens to a heartbeat. */
@Singleton
public class HeartbeatIntake {
    private final ClockSkews skews;
    private final HeartbeatPublisher publisher;
    private final HeartbeatCounts counts;
    private final InstantSource clock;

    public HeartbeatIntake(
            ClockSkews skews, HeartbeatPublisher publisher, HeartbeatCounts counts, InstantSource clock) {
        this.skews = skews;
        this.publisher = publisher;
        this.counts = counts;
        this.clock = clock;
    }

    /** A heartbeat that the brokers have, and what it tells of the device's clock. */
    public record Heard(Heartbeat heartbeat, ClockSkew skew) {}

    /** Counts one that was turned away before it came here; fails with it. */
    public Uni<Heard> unreadable(Rejected why) {
        counts.rejected(why.reason());
        return Uni.createFrom().failure(why);
    }

    /** Takes a heartbeat; completes when the brokers have it. Fails with {@link Rejected} or {@link DoorBusy}. */
    public Uni<Heard> take(Items.Slice item, Device device) {
        Heard heard;
        try {
            var heartbeat = Heartbeat.admit(Submissions.readHeartbeat(item), device.origin(), clock.instant());
            heard = new Heard(heartbeat, skews.with(heartbeat));
        } catch (Rejected e) {
            return unreadable(e);
        }
        return publisher
                .publish(heard.heartbeat(), heard.skew())
                .invoke(counts::accepted)
                .replaceWith(heard);
    }
}
