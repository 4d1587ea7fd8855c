package io.feverline.alert.rest;

import io.feverline.alert.config.StreamConfig;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.alert.metrics.AlertLatency;
import io.feverline.alert.postgres.ChangeLog;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change log for one caller, at the caller's pace: the next page is read when the last was taken, so the
 * buffer of a slow caller is one page. Replay and live are the same walk, hence no gap and no double between them.
 */
@ApplicationScoped
class AlertStream {
    private final ChangeLog changes;
    private final StreamConfig config;
    private final AlertLatency latency;

    AlertStream(ChangeLog changes, StreamConfig config, AlertLatency latency) {
        this.changes = changes;
        this.config = config;
        this.latency = latency;
    }

    /** The changes after {@code seen}, or those to come when it is null. */
    Multi<OutboundSseEvent> follow(@Nullable Long seen, AreaScope scope, Sse sse) {
        return changes.head().toMulti().onItem().transformToMultiAndConcatenate(head -> {
            var place = new Place(new AtomicLong(seen == null ? head : seen), head);
            return walk(place, scope, sse);
        });
    }

    /**
     * Where a follower is.
     *
     * @param seen the last change told
     * @param replayedTo changes up to this one happened before the follower came: being told late says nothing of us
     */
    private record Place(AtomicLong seen, long replayedTo) {}

    private Multi<OutboundSseEvent> walk(Place place, AreaScope scope, Sse sse) {
        OutboundSseEvent greeting = sse.newEventBuilder().comment("following").build();
        Multi<OutboundSseEvent> pages = Multi.createBy()
                .repeating()
                .uni(() -> step(place, scope, sse))
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(greeting), pages);
    }

    /** The next events: a page of changes, else those that come before the heartbeat is due, else the heartbeat. */
    private Uni<List<OutboundSseEvent>> step(Place place, AreaScope scope, Sse sse) {
        return changes.after(place.seen().get())
                .chain(page -> page.isEmpty() ? rest(place, sse) : told(page, place, scope, sse));
    }

    private Uni<List<OutboundSseEvent>> rest(Place place, Sse sse) {
        return changes.awaitAfter(place.seen().get())
                .map(nothing -> List.<OutboundSseEvent>of())
                .ifNoItem()
                .after(config.heartbeat())
                .recoverWithItem(
                        () -> List.of(sse.newEventBuilder().comment("heartbeat").build()));
    }

    private Uni<List<OutboundSseEvent>> told(List<AlertChange> page, Place place, AreaScope scope, Sse sse) {
        place.seen().set(page.get(page.size() - 1).seq());
        return Uni.createFrom()
                .item(page.stream()
                        .filter(change -> scope.includes(change.areaCode()))
                        .map(change -> {
                            measure(change, place);
                            return event(change, sse);
                        })
                        .toList());
    }

    private void measure(AlertChange change, Place place) {
        Instant receivedAt = change.receivedAt();
        if (receivedAt != null
                && change.seq() > place.replayedTo()
                && change.cause() == Cause.READING
                && !change.alert().historic()) {
            latency.told(receivedAt);
        }
    }

    private static OutboundSseEvent event(AlertChange change, Sse sse) {
        OutboundSseEvent.Builder event =
                sse.newEventBuilder().id(Long.toString(change.seq())).mediaType(MediaType.APPLICATION_JSON_TYPE);
        Probe probe = change.probe();
        if (probe != null) {
            return event.name("probe")
                    .data(ProbeJson.class, ProbeJson.of(probe))
                    .build();
        }
        DeviceAlert device = change.device();
        if (device != null) {
            return event.name("device")
                    .data(DeviceAlertJson.class, DeviceAlertJson.of(device))
                    .build();
        }
        Cluster cluster = change.cluster();
        return cluster == null
                ? event.name("alert")
                        .data(AlertJson.class, AlertJson.of(change.alert()))
                        .build()
                : event.name("cluster")
                        .data(ClusterJson.class, ClusterJson.of(cluster))
                        .build();
    }
}
