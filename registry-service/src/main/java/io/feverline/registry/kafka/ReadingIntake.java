package io.feverline.registry.kafka;

import io.feverline.events.RecordTrace;
import io.feverline.events.UnreadableEvent;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Stored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes readings in. What it is given is, when it completes, either stored or put aside; until then it tries again,
 * however long the database or the brokers are away.
 */
@Startup
@ApplicationScoped
public class ReadingIntake {
    /** A backlog is stored in so many transactions at once, as PostgreSQL gives each a core of its own. */
    private static final int SIDE_BY_SIDE = 2;

    /** Of fewer readings, a second transaction costs more than it gains. */
    private static final int WORTH_PARTING = 500;

    private final PassageStore store;
    private final Persistence persistence;
    private final Tracer tracer;
    private final Counter fresh;
    private final Counter duplicates;
    private final Counter reused;

    ReadingIntake(PassageStore store, DeadLetters deadLetters, Tracer tracer, MeterRegistry metrics) {
        this.store = store;
        this.persistence = new Persistence(deadLetters);
        this.tracer = tracer;
        this.fresh = Counter.builder("feverline.readings.stored")
                .description("Readings that became a passage")
                .register(metrics);
        this.duplicates = Counter.builder("feverline.readings.duplicates")
                .description("Readings that were stored before")
                .register(metrics);
        this.reused = Counter.builder("feverline.readings.reused")
                .description("Readings that were not stored, for their id is known with other content")
                .register(metrics);
    }

    /** Never fails. */
    public Uni<Void> take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Span> spans = RecordTrace.processing(tracer, records);
        var readable = new ArrayList<Delivered<Passage>>();
        var unreadable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Passage passage = Readings.passage(record);
                if (passage != null) {
                    readable.add(new Delivered<>(passage, record));
                }
            } catch (UnreadableEvent e) {
                unreadable.add(record);
            }
        }
        return persistence
                .putAside(unreadable)
                .chain(() -> storeAll(readable))
                .onTermination()
                .invoke(() -> spans.forEach(Span::end));
    }

    /** Parted by partition: what is known of a traveller is in one, so no two transactions want the same row. */
    private Uni<Void> storeAll(List<Delivered<Passage>> delivered) {
        if (delivered.size() < WORTH_PARTING) {
            return persistence.store(delivered, this::store);
        }
        var parts = delivered.stream()
                .collect(Collectors.groupingBy(each -> each.record().partition() % SIDE_BY_SIDE));
        return Uni.join()
                .all(parts.values().stream()
                        .map(part -> persistence.store(part, this::store))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> store(List<Passage> passages) {
        return store.store(passages).invoke(this::count).replaceWithVoid();
    }

    private void count(Stored stored) {
        fresh.increment(stored.fresh());
        duplicates.increment(stored.duplicates());
        reused.increment(stored.reused());
    }
}
