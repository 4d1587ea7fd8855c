package io.feverline.alert.kafka;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.metrics.AlertLatency;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.events.RecordTrace;
import io.feverline.events.UnreadableEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores the alerts topic. While the database is away it tries again and the topic waits; a record that cannot be read,
 * or that the database refuses for its content, goes to the dead letters and the rest goes on.
 */
@ApplicationScoped
public class AlertsConsumer {
    private static final Logger LOG = Logger.getLogger(AlertsConsumer.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final AlertWriter writer;
    private final DeadLetters deadLetters;
    private final AlertLatency latency;
    private final Tracer tracer;

    AlertsConsumer(AlertWriter writer, DeadLetters deadLetters, AlertLatency latency, Tracer tracer) {
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.latency = latency;
        this.tracer = tracer;
    }

    /** A record and what it says. */
    record Letter(ConsumerRecord<String, byte[]> source, EpisodeTold change) {}

    /** Stores one poll's records; they are committed when all are stored or set aside. */
    @Incoming("alerts")
    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Span> spans = RecordTrace.processing(tracer, records);
        List<Letter> readable = new ArrayList<>(records.count());
        List<ConsumerRecord<String, byte[]>> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            EpisodeTold change = decoded(record.value());
            if (change == null) {
                unreadable.add(record);
            } else {
                readable.add(new Letter(record, change));
            }
        }
        return Multi.createFrom()
                .iterable(unreadable)
                .onItem()
                .transformToUniAndConcatenate(record -> deadLetters.setAside(record, "unreadable"))
                .collect()
                .asList()
                .chain(() -> store(readable))
                .onTermination()
                .invoke(() -> spans.forEach(Span::end));
    }

    private void measure(List<EpisodeTold> stored) {
        for (EpisodeTold change : stored) {
            if (!change.historic() && change.cause() == Cause.READING) {
                latency.stored(change.reading().receivedAt());
            }
        }
    }

    private static @Nullable EpisodeTold decoded(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return ChangeDecoder.decode(bytes);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    /** Stores what could be read; completes when all of it is stored or set aside. */
    Uni<Void> store(List<Letter> letters) {
        return writer.store(letters.stream().map(Letter::change).toList())
                .invoke(this::measure)
                .replaceWithVoid()
                .onFailure(failure -> !isContentRefused(failure))
                .invoke(failure -> LOG.warn("alerts could not be stored and are tried again", failure))
                .onFailure(failure -> !isContentRefused(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .onFailure(AlertsConsumer::isContentRefused)
                .recoverWithUni(() -> storeOneByOne(letters));
    }

    /** One of them is refused: each alone, in order, finds out which. */
    private Uni<Void> storeOneByOne(List<Letter> letters) {
        if (letters.size() == 1) {
            return deadLetters.setAside(letters.get(0).source(), "refused by the database");
        }
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(letter -> store(List.of(letter)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation): trying again cannot help. */
    private static boolean isContentRefused(Throwable failure) {
        return failure instanceof PgException refused
                && Objects.requireNonNullElse(refused.getSqlState(), "").matches("2[23].*");
    }
}
