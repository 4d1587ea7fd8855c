package io.feverline.ingest.kafka;

import io.feverline.events.RecordTrace;
import io.feverline.ingest.intake.DoorBusy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
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
    private final Producers producers;
    private final Tracer tracer;
    private final Room room;
    private final Counter refused;

    RecordSender(Producers producers, Tracer tracer, Room room, MeterRegistry metrics) {
        this.producers = producers;
        this.tracer = tracer;
        this.room = room;
        this.refused = Counter.builder("feverline.requests.full")
                .description("Requests answered 503 at once because too much waits for the brokers already")
                .register(metrics);
    }

    /** Whether so many records of a topic may go in, for all that is known before they are encoded. */
    boolean hasRoomFor(String topic, int records) {
        return room.isFor(topic, records);
    }

    /** The answer when there is no room. */
    CompletionStage<Void> full() {
        refused.increment();
        return CompletableFuture.failedStage(new DoorBusy("too much waits for the brokers", null));
    }

    /**
     * Completes when all brokers in sync have every record. Fails with {@link DoorBusy} as soon as that is in doubt.
     */
    CompletionStage<Void> send(List<ProducerRecord<String, byte[]>> records) {
        var giveBack = room.take(records);
        if (giveBack == null) {
            return full();
        }
        var answer = new CompletableFuture<Void>();
        var acknowledgements = acknowledgements(records, giveBack, answer);
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
            List<ProducerRecord<String, byte[]>> records, Runnable settled, CompletableFuture<Void> answer) {
        Span span = RecordTrace.sending(tracer, records.get(0).topic(), records.size());
        if (span.getSpanContext().isValid()) {
            records.forEach(record -> RecordTrace.put(span, record.headers()));
        }
        return new Acknowledgements(records.size(), answer, span, settled);
    }
}
