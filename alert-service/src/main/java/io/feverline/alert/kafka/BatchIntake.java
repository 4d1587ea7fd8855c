package io.feverline.alert.kafka;

import io.feverline.events.UnreadableEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores a topic, a poll's records at once. While the database is away it tries again and the topic waits; a record
 * that cannot be read, or that the database refuses for its content, goes to the dead letters and the rest goes on.
 *
 * @param <T> what a record says
 */
final class BatchIntake<T> {
    private static final Logger LOG = Logger.getLogger(BatchIntake.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final Function<byte[], T> decoder;
    private final Function<List<T>, Uni<Void>> writer;
    private final DeadLetters deadLetters;

    /**
     * One topic's.
     *
     * @param decoder throws {@link UnreadableEvent}
     * @param writer completes when all is committed; what is stored already has no effect
     */
    BatchIntake(Function<byte[], T> decoder, Function<List<T>, Uni<Void>> writer, DeadLetters deadLetters) {
        this.decoder = decoder;
        this.writer = writer;
        this.deadLetters = deadLetters;
    }

    /** A record and what it says. */
    record Letter<T>(ConsumerRecord<String, byte[]> source, T content) {}

    /** Completes when all records are stored or set aside. */
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Letter<T>> readable = new ArrayList<>(records.count());
        List<ConsumerRecord<String, byte[]>> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            T content = decoded(record.value());
            if (content == null) {
                unreadable.add(record);
            } else {
                readable.add(new Letter<>(record, content));
            }
        }
        return Multi.createFrom()
                .iterable(unreadable)
                .onItem()
                .transformToUniAndConcatenate(record -> deadLetters.setAside(record, "unreadable"))
                .collect()
                .asList()
                .chain(() -> store(readable));
    }

    private @Nullable T decoded(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.apply(bytes);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    /** Stores what could be read; completes when all of it is stored or set aside. */
    Uni<Void> store(List<Letter<T>> letters) {
        return writer.apply(letters.stream().map(Letter::content).toList())
                .onFailure(failure -> !isContentRefused(failure))
                .invoke(failure -> LOG.warn("records could not be stored and are tried again", failure))
                .onFailure(failure -> !isContentRefused(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .onFailure(BatchIntake::isContentRefused)
                .recoverWithUni(() -> storeOneByOne(letters));
    }

    /** One of them is refused: each alone, in order, finds out which. */
    private Uni<Void> storeOneByOne(List<Letter<T>> letters) {
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
