package io.feverline.alert.detection;

import io.feverline.alert.kafka.PlainConsumers;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.events.ReadingTaken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Readings that are still on their topics, read again and without a trace: no consumer group, no commit. */
@ApplicationScoped
public class PastReadings {
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * Records stand in the order in which they arrived but for what was resent; who looks longer finds nothing more.
     */
    private static final Duration DISORDER = Duration.ofMinutes(5);

    private final PlainConsumers consumers;
    private final EventCodec<ReadingTaken> codec = EventCodec.of(ReadingTaken.class);

    PastReadings(PlainConsumers consumers) {
        this.consumers = consumers;
    }

    /**
     * Hands on each reading that arrived from {@code from} until before {@code to}, in no order. Blocks.
     *
     * @param taker says whether to go on
     */
    void forEach(Instant from, Instant to, Predicate<ReadingTaken> taker) {
        try (var consumer = consumers.open()) {
            List<TopicPartition> partitions = Stream.of(Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<TopicPartition> open = new HashSet<>(partitions);
            consumer.offsetsForTimes(partitions.stream()
                            .collect(Collectors.toMap(p -> p, p -> Math.max(0, from.toEpochMilli()))))
                    .forEach((partition, found) -> {
                        if (found == null) {
                            open.remove(partition);
                        } else {
                            consumer.seek(partition, found.offset());
                        }
                    });
            long last = to.plus(DISORDER).toEpochMilli();
            boolean on = true;
            consumer.assign(open);
            while (on && !open.isEmpty()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    on = on && (!isBetween(record, from, to) || taken(record, taker));
                    if (record.timestamp() > last) {
                        open.remove(new TopicPartition(record.topic(), record.partition()));
                    }
                }
                open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
                consumer.assign(open);
            }
        }
    }

    private static boolean isBetween(ConsumerRecord<?, ?> record, Instant from, Instant to) {
        // A record's time is when the door sent it.
        return record.timestamp() >= from.toEpochMilli() && record.timestamp() < to.toEpochMilli();
    }

    private boolean taken(ConsumerRecord<String, byte[]> record, Predicate<ReadingTaken> taker) {
        ReadingTaken reading = decoded(record.value());
        return reading == null || taker.test(reading);
    }

    private @Nullable ReadingTaken decoded(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : codec.decode(bytes);
        } catch (UnreadableEvent e) {
            return null; // it is among the dead letters
        }
    }
}
