package io.feverline.ingest.kafka;

import io.feverline.events.RecordTrace;
import io.feverline.events.Topic;
import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.intake.Publisher;
import io.feverline.ingest.reading.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * Sends readings and waits for the brokers. Each lane has a producer of its own, so that a backlog cannot fill the live
 * lane's buffer. The channels' own producers are used directly: a message object per reading would cost more than the
 * reading.
 */
@Singleton
public class ReadingPublisher implements Publisher {
    private static final String LIVE = "readings-live";
    private static final String LATE = "readings-late";

    private final ReadingEvents events;
    private final KafkaClientService kafka;
    private final Tracer tracer;
    private final int most;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** The emitters are what makes the channels; records go through their producers. */
    public ReadingPublisher(
            @Channel(LIVE) Emitter<byte[]> live,
            @Channel(LATE) Emitter<byte[]> late,
            ReadingEvents events,
            KafkaClientService kafka,
            Tracer tracer,
            MeterRegistry metrics,
            IngestConfig config) {
        this.events = events;
        this.kafka = kafka;
        this.tracer = tracer;
        this.most = config.inFlight();
        Gauge.builder("feverline.readings.in.flight", inFlight, AtomicInteger::get)
                .description("Readings that wait for the brokers' acknowledgement")
                .register(metrics);
    }

    @Override
    public Uni<Void> publish(List<Reading> readings) {
        if (readings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (inFlight.addAndGet(readings.size()) > most) {
            inFlight.addAndGet(-readings.size());
            return Uni.createFrom().failure(new DoorBusy("too many readings wait for the brokers", null));
        }
        var records = readings.stream().map(events::record).toList();
        var late = records.stream()
                .filter(r -> r.topic().equals(Topic.Name.READINGS_BACKFILL))
                .toList();
        Uni<Void> sent = late.isEmpty()
                ? send(LIVE, records)
                : late.size() == records.size()
                        ? send(LATE, records)
                        : Uni.join()
                                .all(
                                        send(LATE, late),
                                        send(
                                                LIVE,
                                                records.stream()
                                                        .filter(r -> r.topic().equals(Topic.Name.READINGS))
                                                        .toList()))
                                .andCollectFailures()
                                .replaceWithVoid();
        return sent.onTermination()
                .invoke(() -> inFlight.addAndGet(-readings.size()))
                .onFailure(failure -> !(failure instanceof DoorBusy))
                .transform(failure -> new DoorBusy("the brokers did not acknowledge", failure));
    }

    /** One hop to the producer's thread for all of them: a full producer may block, and never the event loop. */
    private Uni<Void> send(String channel, List<ProducerRecord<String, byte[]>> records) {
        KafkaProducer<String, byte[]> producer = kafka.getProducer(channel);
        Span span = RecordTrace.sending(tracer, records.get(0).topic(), records.size());
        records.forEach(record -> RecordTrace.put(span, record.headers()));
        Uni<Void> sent = Uni.createFrom().emitter(answer -> {
            var acknowledgements = new Acknowledgements(records.size(), answer);
            producer.runOnSendingThread((Producer<String, byte[]> sender) -> {
                        for (var record : records) {
                            // The callback tells how it went.
                            var unused = sender.send(record, acknowledgements);
                        }
                    })
                    .subscribe()
                    .with(nothing -> {}, acknowledgements::fail);
        });
        return sent.onFailure()
                .invoke(failure -> span.setStatus(StatusCode.ERROR))
                .onTermination()
                .invoke(() -> span.end());
    }
}
