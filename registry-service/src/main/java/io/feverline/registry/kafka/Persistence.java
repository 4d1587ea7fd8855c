package io.feverline.registry.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Tries again, however long the database or the brokers are away; what the database refuses is put aside. */
final class Persistence {
    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;

    Persistence(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Stores a batch, by a store that takes all that it is given or nothing. Never fails. */
    <T> Uni<Void> store(List<Delivered<T>> delivered, Function<List<T>, Uni<Void>> store) {
        if (delivered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var told = delivered.stream().map(Delivered::told).toList();
        return persistently(() -> store.apply(told))
                .onFailure(Persistence::isRefusal)
                .recoverWithUni(refusal -> findTheRefused(delivered, store));
    }

    /** The database refuses a value of one of them: halves are tried until that one stands alone. */
    private <T> Uni<Void> findTheRefused(List<Delivered<T>> delivered, Function<List<T>, Uni<Void>> store) {
        if (delivered.size() == 1) {
            return putAside(List.of(delivered.get(0).record()));
        }
        int half = delivered.size() / 2;
        return store(delivered.subList(0, half), store)
                .chain(() -> store(delivered.subList(half, delivered.size()), store));
    }

    /** Never fails. */
    Uni<Void> putAside(List<ConsumerRecord<byte[], byte[]>> records) {
        return persistently(() -> deadLetters.put(records));
    }

    private static <T> Uni<T> persistently(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(e -> !isRefusal(e))
                .invoke(e -> LOG.warnf("records wait: %s", e.getMessage()))
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
