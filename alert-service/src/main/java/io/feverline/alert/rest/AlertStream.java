package io.feverline.alert.rest;

import io.feverline.alert.config.StreamConfig;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AreaScope;
import io.feverline.alert.postgres.ChangeLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
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

    AlertStream(ChangeLog changes, StreamConfig config) {
        this.changes = changes;
        this.config = config;
    }

    /** The changes after {@code seen}, or those to come when it is null. */
    Multi<OutboundSseEvent> follow(@Nullable Long seen, AreaScope scope, Sse sse) {
        Uni<Long> start = seen == null ? changes.head() : Uni.createFrom().item(seen);
        return start.toMulti().onItem().transformToMultiAndConcatenate(seq -> walk(new AtomicLong(seq), scope, sse));
    }

    private Multi<OutboundSseEvent> walk(AtomicLong seen, AreaScope scope, Sse sse) {
        OutboundSseEvent greeting = sse.newEventBuilder().comment("following").build();
        Multi<OutboundSseEvent> pages = Multi.createBy()
                .repeating()
                .uni(() -> step(seen, scope, sse))
                .indefinitely()
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(greeting), pages);
    }

    /** The next events: a page of changes, else those that come before the heartbeat is due, else the heartbeat. */
    private Uni<List<OutboundSseEvent>> step(AtomicLong seen, AreaScope scope, Sse sse) {
        return changes.after(seen.get()).chain(page -> page.isEmpty() ? rest(seen, sse) : told(page, seen, scope, sse));
    }

    private Uni<List<OutboundSseEvent>> rest(AtomicLong seen, Sse sse) {
        return changes.awaitAfter(seen.get())
                .map(nothing -> List.<OutboundSseEvent>of())
                .ifNoItem()
                .after(config.heartbeat())
                .recoverWithItem(
                        () -> List.of(sse.newEventBuilder().comment("heartbeat").build()));
    }

    private static Uni<List<OutboundSseEvent>> told(List<AlertChange> page, AtomicLong seen, AreaScope scope, Sse sse) {
        seen.set(page.get(page.size() - 1).seq());
        return Uni.createFrom()
                .item(page.stream()
                        .filter(change -> scope.covers(change.alert().opening().areaCode()))
                        .map(change -> event(change, sse))
                        .toList());
    }

    private static OutboundSseEvent event(AlertChange change, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(change.seq()))
                .name("alert")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(AlertJson.class, AlertJson.of(change.alert()))
                .build();
    }
}
