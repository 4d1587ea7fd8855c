package io.feverline.alert.kafka;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.kafka.BatchIntake.Letter;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.metrics.AlertLatency;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.events.RecordTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores the alerts topic, and measures how long that took since the door received the readings. */
@ApplicationScoped
public class AlertsConsumer {
    /** So many at once are a backlog's, or an outbreak. */
    private static final int MANY = 10;

    /**
     * Then the next batch is let grow for a time that nobody sees: each costs the database about the same, however
     * large, and that is CPU which detection needs.
     */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final BatchIntake<EpisodeTold> intake;
    private final AlertLatency latency;
    private final Tracer tracer;

    AlertsConsumer(AlertWriter writer, DeadLetters deadLetters, AlertLatency latency, Tracer tracer) {
        this.intake = new BatchIntake<>(
                ChangeDecoder::decode,
                changes -> writer.store(changes).invoke(this::measure).replaceWithVoid(),
                deadLetters);
        this.latency = latency;
        this.tracer = tracer;
    }

    /** Stores one poll's records; they are committed when all are stored or set aside. */
    @Incoming("alerts")
    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Span> spans = RecordTrace.processing(tracer, records);
        Uni<Void> stored = intake.consume(records).onTermination().invoke(() -> spans.forEach(Span::end));
        return records.count() < MANY ? stored : stored.onItem().delayIt().by(GATHERING);
    }

    private void measure(List<EpisodeTold> stored) {
        for (EpisodeTold change : stored) {
            if (!change.historic() && change.cause() == Cause.READING) {
                latency.stored(change.reading().receivedAt());
            }
        }
    }

    /** Stores what could be read; completes when all of it is stored or set aside. */
    Uni<Void> store(List<Letter<EpisodeTold>> letters) {
        return intake.store(letters);
    }
}
