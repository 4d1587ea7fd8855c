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
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes readings in. What it is given is, when it completes, either stored or put aside; until then it tries again,
 * however long the database or the brokers are away.
 */
@Startup
@ApplicationScoped
public class ReadingIntake {
    private static final Logger LOG = Logger.getLogger(ReadingIntake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PassageStore store;
    private final DeadLetters deadLetters;
    private final Tracer tracer;
    private final Counter fresh;
    private final Counter duplicates;
    private final Counter reused;

    ReadingIntake(PassageStore store, DeadLetters deadLetters, Tracer tracer, MeterRegistry metrics) {
        this.store = store;
        this.deadLetters = deadLetters;
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
        var readable = new ArrayList<Arrival>();
        var unreadable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Passage passage = Readings.passage(record);
                if (passage != null) {
                    readable.add(new Arrival(passage, record));
                }
            } catch (UnreadableEvent e) {
                unreadable.add(record);
            }
        }
        return putAside(unreadable).chain(() -> store(readable)).onTermination().invoke(() -> spans.forEach(Span::end));
    }

    private Uni<Void> store(List<Arrival> arrivals) {
        var passages = arrivals.stream().map(Arrival::passage).toList();
        return persistently(() -> store.store(passages))
                .invoke(this::count)
                .replaceWithVoid()
                .onFailure(ReadingIntake::isRefusal)
                .recoverWithUni(refusal -> findTheRefused(arrivals));
    }

    /** The database refuses a value of one of them: halves are tried until that one stands alone. */
    private Uni<Void> findTheRefused(List<Arrival> arrivals) {
        if (arrivals.size() == 1) {
            return putAside(List.of(arrivals.get(0).record()));
        }
        int half = arrivals.size() / 2;
        return store(arrivals.subList(0, half)).chain(() -> store(arrivals.subList(half, arrivals.size())));
    }

    private Uni<Void> putAside(List<ConsumerRecord<byte[], byte[]>> records) {
        return persistently(() -> deadLetters.put(records));
    }

    private void count(Stored stored) {
        fresh.increment(stored.fresh());
        duplicates.increment(stored.duplicates());
        reused.increment(stored.reused());
    }

    private static <T> Uni<T> persistently(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(e -> !isRefusal(e))
                .invoke(e -> LOG.warnf("readings wait: %s", e.getMessage()))
                .onFailure(e -> !isRefusal(e))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** SQLSTATE classes 22 (data exception) and 23 (constraint): trying again would not help. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException e
                && e.getSqlState() != null
                && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
    }
}
