package io.feverline.alert.notify;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.episode.NameBasedUuid;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.alert.lifecycle.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one channel is told about one alert, one cluster or one checkpoint.
 *
 * @param id follows from the channel and what it is told, so that it can be found twice and is there once
 * @param severity as it was then
 * @param confirmed whether the episode was
 * @param alerts how many the cluster had; 0 of an alert
 * @param bundle those of one bundle may go in one message: of one checkpoint, or of one cluster
 * @param silenceId why it is not sent; null when it is
 */
public record Notification(
        UUID id,
        UUID channelId,
        Event event,
        @Nullable UUID alertId,
        @Nullable UUID clusterId,
        @Nullable String checkpointId,
        Severity severity,
        boolean confirmed,
        int alerts,
        String bundle,
        @Nullable UUID silenceId,
        Instant createdAt) {

    /** How severe it is that a checkpoint's synthetic fevers do not arrive: no fever there would be seen. */
    static final Severity OF_PROBES = Severity.HIGH;

    static Notification of(
            UUID channelId, Event event, String name, Alert alert, @Nullable UUID silenceId, Instant now) {
        String checkpoint = alert.opening().checkpointId();
        return new Notification(
                NameBasedUuid.of(channelId, event.type() + "/" + alert.id() + name),
                channelId,
                event,
                alert.id(),
                null,
                checkpoint,
                alert.severity(),
                alert.episodeState() == EpisodeState.CONFIRMED,
                0,
                "checkpoint/" + checkpoint,
                silenceId,
                now);
    }

    static Notification of(
            UUID channelId, Event event, Cluster cluster, Severity severity, @Nullable UUID silenceId, Instant now) {
        return new Notification(
                NameBasedUuid.of(channelId, event.type() + "/" + cluster.id() + "/" + cluster.alerts()),
                channelId,
                event,
                null,
                cluster.id(),
                checkpointOf(cluster),
                severity,
                cluster.confirmed() > 0,
                cluster.alerts(),
                "cluster/" + cluster.id(),
                silenceId,
                now);
    }

    /** @param since since when synthetic fevers are, or were, missing */
    static Notification of(
            UUID channelId, Event event, Probe probe, Instant since, @Nullable UUID silenceId, Instant now) {
        String checkpoint = probe.checkpointId();
        return new Notification(
                NameBasedUuid.of(channelId, event.type() + "/" + checkpoint + "/" + since),
                channelId,
                event,
                null,
                null,
                checkpoint,
                OF_PROBES,
                false,
                0,
                "checkpoint/" + checkpoint,
                silenceId,
                now);
    }

    /** An admin tries the channel. */
    public static Notification test(UUID id, UUID channelId, Instant now) {
        return new Notification(
                id, channelId, Event.CHANNEL_TEST, null, null, null, Severity.LOW, false, 0, "test/" + id, null, now);
    }

    static @Nullable String checkpointOf(Cluster cluster) {
        return cluster.kind() == Cluster.Kind.CHECKPOINT ? cluster.place() : null;
    }

    /** What it is about. */
    @Nullable
    UUID subject() {
        return alertId == null ? clusterId : alertId;
    }
}
