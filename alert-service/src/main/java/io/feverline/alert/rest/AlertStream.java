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

        /** That nothing happened for a while. */
        OutboundSseEvent heartbeat();
    }

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
        return changes.head().toMulti().onItem().transformToMultiAndConcatenate(head -> {
            var place = new Place(new AtomicLong(seen == null ? head : seen), head);
            return walk(place, scope, sse, teller);
        });
    }

    /**
     * Where a follower is.
     *
     * @param seen the last change told
     * @param replayedTo changes up to this one happened before the follower came: being told late says nothing of us
     */
    private record Place(AtomicLong seen, long replayedTo) {}

    private Multi<OutboundSseEvent> walk(Place place, AreaScope scope, Sse sse, Teller teller) {
        OutboundSseEvent greeting = sse.newEventBuilder().comment("following").build();
        Multi<OutboundSseEvent> pages = Multi.createBy()
                .repeating()
                .uni(() -> step(place, scope, teller))
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(greeting), pages);
    }

    /** The next events: a page of changes, else those that come before the heartbeat is due, else the heartbeat. */
    private Uni<List<OutboundSseEvent>> step(Place place, AreaScope scope, Teller teller) {
        return changes.after(place.seen().get())
                .chain(page -> page.isEmpty() ? rest(place, teller) : told(page, place, scope, teller));
    }

    private Uni<List<OutboundSseEvent>> rest(Place place, Teller teller) {
        return changes.awaitAfter(place.seen().get())
                .map(nothing -> List.<OutboundSseEvent>of())
                .ifNoItem()
                .after(config.heartbeat())
                .recoverWithItem(() -> List.of(teller.heartbeat()));
    }

    private Uni<List<OutboundSseEvent>> told(List<AlertChange> page, Place place, AreaScope scope, Teller teller) {
        place.seen().set(page.get(page.size() - 1).seq());
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
                && change.seq() > place.replayedTo()
                && change.cause() == Cause.READING
                && !change.alert().historic()) {
            latency.told(receivedAt);
        }
    }
}
