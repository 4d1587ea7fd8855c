package io.feverline.ingest.kafka;

import io.feverline.events.RecordTrace;
import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.DoorBusy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the records of one request and waits for the brokers. What waits is bounded, and the bound is asked before
 * anything is sent: a request goes in whole or not at all, and memory stays flat however long the brokers are away.
 */
@Singleton
public class RecordSender {
    /** What Kafka adds at most: a record's own fields, and a batch's header should it be alone in one. */
    private static final int OVERHEAD = 82;

    private final Producers producers;
    private final Tracer tracer;
    private final InFlight inFlight;
    private final Counter refused;

    @Inject
    RecordSender(Producers producers, Tracer tracer, MeterRegistry metrics, IngestConfig config) {
        this(
                producers,
                tracer,
                metrics,
                new InFlight(config.inFlight(), config.inFlightBytes().asLongValue()));
    }

    RecordSender(Producers producers, Tracer tracer, MeterRegistry metrics, InFlight inFlight) {
        this.producers = producers;
        this.tracer = tracer;
        this.inFlight = inFlight;
        Gauge.builder("feverline.readings.in.flight", inFlight, InFlight::records)
                .description("Readings and heartbeats that wait for the brokers' acknowledgement")
                .register(metrics);
        Gauge.builder("feverline.readings.in.flight.size", inFlight, InFlight::bytes)
                .description("What they hold of memory")
                .baseUnit("bytes")
                .register(metrics);
        this.refused = Counter.builder("feverline.requests.full")
                .description("Requests answered 503 at once because too much waits for the brokers already")
                .register(metrics);
    }

    /** Whether so many records may go in, for all that is known before they are encoded. */
    boolean hasRoomFor(int records) {
        return inFlight.hasRoomFor(records);
    }

    /** The answer when there is no room. */
    Uni<Void> full() {
        refused.increment();
        return Uni.createFrom().failure(new DoorBusy("too much waits for the brokers", null));
    }

    /** Completes when all brokers in sync have every record. Fails with {@link DoorBusy} as soon as that is in doubt. */
    Uni<Void> send(List<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom().deferred(() -> sendNow(records));
    }

    private Uni<Void> sendNow(List<ProducerRecord<String, byte[]>> records) {
        if (!inFlight.take(records.size(), size(records))) {
            return full();
        }
        var sent = records.stream().collect(Collectors.groupingBy(ProducerRecord::topic)).values().stream()
                .map(this::sendTogether)
                .toList();
        return (sent.size() == 1
                        ? sent.get(0)
                        : Uni.join().all(sent).andFailFast().replaceWithVoid())
                .onFailure()
                .transform(failure -> new DoorBusy("the brokers did not acknowledge", failure));
    }

    /** Records of one topic, with one hop to its producer's thread for all of them. */
    private Uni<Void> sendTogether(List<ProducerRecord<String, byte[]>> records) {
        String topic = records.get(0).topic();
        long size = size(records);
        Span span = RecordTrace.sending(tracer, topic, records.size());
        records.forEach(record -> RecordTrace.put(span, record.headers()));
        Uni<Void> sent = Uni.createFrom().emitter(answer -> {
            var acknowledgements =
                    new Acknowledgements(records.size(), answer, () -> inFlight.giveBack(records.size(), size));
            producers
                    .onSendingThread(topic, producer -> handOver(records, producer, acknowledgements))
                    .subscribe()
                    .with(nothing -> {}, failure -> acknowledgements.fail(records.size(), failure));
        });
        return sent.onFailure()
                .invoke(failure -> span.setStatus(StatusCode.ERROR))
                .onTermination()
                .invoke(() -> span.end());
    }

    private static void handOver(
            List<ProducerRecord<String, byte[]>> records,
            Producer<String, byte[]> producer,
            Acknowledgements acknowledgements) {
        for (int i = 0; i < records.size(); i++) {
            if (acknowledgements.failed()) {
                // The gateway sends all of them again: the rest would be sent in vain.
                acknowledgements.unsent(records.size() - i);
                return;
            }
            try {
                // The callback tells how it went.
                var unused = producer.send(records.get(i), acknowledgements);
            } catch (RuntimeException e) {
                acknowledgements.fail(records.size() - i, e);
                return;
            }
        }
    }

    private static long size(List<ProducerRecord<String, byte[]>> records) {
        long size = 0;
        for (var record : records) {
            size += OVERHEAD + record.key().length() + record.value().length;
            for (var header : record.headers()) {
                size += header.key().length() + header.value().length;
            }
        }
        return size;
    }
}
