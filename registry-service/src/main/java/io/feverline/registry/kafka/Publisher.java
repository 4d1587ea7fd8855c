package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.events.CloudEvent;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.outbox.OutboxEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Carries the outbox to its topics, over and over, as long as the service runs. */
@ApplicationScoped
public class Publisher {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final RecordSender sender;
    private Cancellable loop = () -> {};

    Publisher(Outbox outbox, RecordSender sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    void start(@Observes StartupEvent event) {
        loop = round().repeat().indefinitely().subscribe().with(published -> {}, e -> LOG.error("publishing ended", e));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    /** Publishes what is there; the next round begins at once when there was something, else after a pause. */
    private Uni<Integer> round() {
        return Uni.createFrom()
                .deferred(() -> outbox.drain(this::publish))
                .onItem()
                .call(count -> count == 0 ? pause(PAUSE) : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithUni(e -> {
                    LOG.warnf("events wait in the outbox: %s", e.getMessage());
                    return pause(PAUSE_AFTER_FAILURE).replaceWith(0);
                });
    }

    private Uni<Void> publish(List<OutboxEntry> entries) {
        return sender.send(entries.stream().map(Publisher::record).toList());
    }

    private static ProducerRecord<byte[], byte[]> record(OutboxEntry entry) {
        var context = new CloudEvent(entry.eventType(), "/registry-service");
        return new ProducerRecord<>(
                entry.topic(),
                null,
                entry.key().getBytes(UTF_8),
                entry.payload(),
                context.headers(entry.eventId().toString(), entry.occurredAt()));
    }

    private static Uni<Void> pause(Duration length) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(length);
    }
}
