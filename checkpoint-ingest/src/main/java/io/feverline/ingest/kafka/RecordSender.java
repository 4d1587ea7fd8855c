package io.feverline.ingest.kafka;

import io.feverline.events.RecordTrace;
import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.DoorBusy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    CompletionStage<Void> full() {
        refused.increment();
        return CompletableFuture.failedStage(new DoorBusy("too much waits for the brokers", null));
    }

    /** Completes when all brokers in sync have every record. Fails with {@link DoorBusy} as soon as that is in doubt. */
    CompletionStage<Void> send(List<ProducerRecord<String, byte[]>> records) {
        long size = size(records);
        if (!inFlight.take(records.size(), size)) {
            return full();
        }
        var answer = new CompletableFuture<Void>();
        var acknowledgements = acknowledgements(records, size, answer);
        for (int i = 0; i < records.size(); i++) {
            if (acknowledgements.failed()) {
                // The gateway sends all of them again: the rest would be sent in vain.
                acknowledgements.unsent(records.size() - i);
                break;
            }
            try {
                // The callback tells how it went.
                var unused = producers.of(records.get(i).topic()).send(records.get(i), acknowledgements);
            } catch (RuntimeException e) {
                acknowledgements.fail(records.size() - i, e);
                break;
            }
        }
        return answer;
    }

    private Acknowledgements acknowledgements(
            List<ProducerRecord<String, byte[]>> records, long size, CompletableFuture<Void> answer) {
        Span span = RecordTrace.sending(tracer, records.get(0).topic(), records.size());
        if (span.getSpanContext().isValid()) {
            records.forEach(record -> RecordTrace.put(span, record.headers()));
        }
        return new Acknowledgements(records.size(), answer, span, () -> inFlight.giveBack(records.size(), size));
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
