package io.feverline.alert.rest;

import io.feverline.alert.config.StreamConfig;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.metrics.AlertLatency;
import io.feverline.alert.postgres.ChangeLog;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change log for one caller, at the caller's pace: the next page is read when the last was taken, so the
 * buffer of a slow caller is one page. Replay and live are the same walk, hence no gap and no double between them.
 */
@ApplicationScoped
public class AlertStream {
    /** How a follower is told. */
    public interface Teller {
        /** Of a change. */
        OutboundSseEvent change(AlertChange change);

        /** That nothing was told for a while; all up to {@code seen} was told or is not for them. */
        OutboundSseEvent heartbeat(long seen);
    }

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final ChangeLog changes;
    private final StreamConfig config;
    private final AlertLatency latency;

    AlertStream(ChangeLog changes, StreamConfig config, AlertLatency latency) {
        this.changes = changes;
        this.config = config;
        this.latency = latency;
    }

    /** The changes after {@code seen}, or those to come when it is null. */
    public Multi<OutboundSseEvent> follow(@Nullable Long seen, AreaScope scope, Sse sse, Teller teller) {
        return changes.headFor(seen == null ? 0 : seen).toMulti().onItem().transformToMultiAndConcatenate(head -> {
            OutboundSseEvent greeting = seen == null || seen <= head
                    ? sse.newEventBuilder().comment("following").build()
                    : reset(head, sse);
            var place = new Place(seen == null ? head : Math.min(seen, head), head);
            return walk(greeting, place, scope, teller);
        });
    }

    /** What they saw is not in the log, as after a backup was restored; it goes on after {@code head}. */
    private static OutboundSseEvent reset(long head, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(head))
                .name("reset")
                .data("{}")
                .build();
    }

    /** Where a follower is. */
    private static final class Place {
        /** Changes up to this one happened before the follower came: being told late says nothing of us. */
        private final long replayedTo;

        private final AtomicLong seen;
        private final AtomicLong toldAt = new AtomicLong(System.nanoTime());

        Place(long seen, long replayedTo) {
            this.seen = new AtomicLong(seen);
            this.replayedTo = replayedTo;
        }

        Duration silence() {
            return Duration.ofNanos(System.nanoTime() - toldAt.get());
        }

        void told() {
            toldAt.set(System.nanoTime());
        }
    }

    private Multi<OutboundSseEvent> walk(OutboundSseEvent greeting, Place place, AreaScope scope, Teller teller) {
        Multi<OutboundSseEvent> pages = Multi.createBy()
                .repeating()
                .uni(() -> step(place, scope, teller))
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(greeting), pages);
    }

    /** The next events: a page of changes, or of those that are for the follower; the heartbeat when it is due. */
    private Uni<List<OutboundSseEvent>> step(Place place, AreaScope scope, Teller teller) {
        return changes.after(place.seen.get())
                .chain(page -> page.isEmpty() ? rest(place) : told(page, place, scope, teller))
                .map(events -> events.isEmpty() && place.silence().compareTo(config.heartbeat()) >= 0
                        ? List.of(teller.heartbeat(place.seen.get()))
                        : events)
                .invoke(events -> {
                    if (!events.isEmpty()) {
                        place.told();
                    }
                });
    }

    /** Until there may be a change, or the heartbeat is due: what happens in other areas is no sign of life here. */
    private Uni<List<OutboundSseEvent>> rest(Place place) {
        Duration left = config.heartbeat().minus(place.silence());
        return changes.awaitAfter(place.seen.get())
                .map(nothing -> List.<OutboundSseEvent>of())
                .ifNoItem()
                .after(left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left)
                .recoverWithItem(List.of());
    }

    private Uni<List<OutboundSseEvent>> told(List<AlertChange> page, Place place, AreaScope scope, Teller teller) {
        place.seen.set(page.get(page.size() - 1).seq());
        return Uni.createFrom()
                .item(page.stream()
                        .filter(change -> scope.includes(change.areaCode()))
                        .map(change -> {
                            measure(change, place);
                            return teller.change(change);
                        })
                        .toList());
    }

    private void measure(AlertChange change, Place place) {
        Instant receivedAt = change.receivedAt();
        if (receivedAt != null
                && change.seq() > place.replayedTo
                && (change.cause() == Cause.READING || change.cause() == Cause.REOPENING)
                && !change.alert().historic()) {
            latency.told(receivedAt);
        }
    }
}
