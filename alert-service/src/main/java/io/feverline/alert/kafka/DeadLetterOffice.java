package io.feverline.alert.kafka;

import io.feverline.events.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Shows what was set aside, and sends it back to where it stood once the cause is mended. Nothing is removed: sent back
 * twice it has one effect, and sent back too early it is set aside again.
 */
@ApplicationScoped
public class DeadLetterOffice {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Where this service reads, and sends nothing anywhere else. Not {@code checkpoints}: of what is compacted, the last
     * word stays for ever, and an old one must not become it.
     */
    private static final Set<String> OWN = Set.of(
            Topic.Name.READINGS,
            Topic.Name.READINGS_BACKFILL,
            Topic.Name.HEARTBEATS,
            Topic.Name.ALERTS,
            Topic.Name.ALERT_RECHECKS,
            Topic.Name.DEVICE_MINUTES,
            Topic.Name.DEVICE_HEALTH,
            Topic.Name.CHECKPOINT_STATUS);

    private final PlainConsumers consumers;
    private final MutinyEmitter<byte[]> replays;

    DeadLetterOffice(PlainConsumers consumers, @Channel("replays") MutinyEmitter<byte[]> replays) {
        this.consumers = consumers;
        this.replays = replays;
    }

    /** What became of a request to send a record back. */
    public enum Replay {
        SENT,
        NO_SUCH_LETTER,
        /** Nobody noted where it stood. */
        ORIGIN_UNKNOWN,
        /** It stood in another service's topic, which is not added to from here. */
        ANOTHERS
    }

    /** The newest, newest first. */
    public Uni<List<DeadLetter>> newest(int limit) {
        return onWorker(() -> {
            try (var consumer = consumers.open()) {
                List<TopicPartition> partitions = partitions(consumer);
                consumer.assign(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
                ends.forEach((partition, end) ->
                        consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end - limit)));
                return read(consumer, ends).stream()
                        .sorted(Comparator.comparing(DeadLetter::setAsideAt).reversed())
                        .limit(limit)
                        .toList();
            }
        });
    }

    private static List<DeadLetter> read(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var letters = new ArrayList<DeadLetter>();
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> letters.add(letter(record)));
        }
        return letters;
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                record.partition() + "-" + record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                SetAside.topic(record.headers()),
                SetAside.place(record.headers()),
                SetAside.reason(record.headers()),
                SetAside.text(record.headers(), "ce_type"),
                record.value() == null ? 0 : record.value().length);
    }

    /** Sends a record back to where it stood, as it came; completes when the brokers have it. */
    public Uni<Replay> replay(int partition, long offset) {
        return onWorker(() -> find(partition, offset)).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Replay.NO_SUCH_LETTER);
            }
            ConsumerRecord<String, byte[]> record = found.get();
            String topic = SetAside.topic(record.headers());
            if (topic == null || !OWN.contains(topic)) {
                return Uni.createFrom().item(topic == null ? Replay.ORIGIN_UNKNOWN : Replay.ANOTHERS);
            }
            var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                    .withTopic(topic)
                    .withKey(record.key())
                    .withHeaders(SetAside.unmarked(record.headers()))
                    .build();
            byte[] value = record.value() == null ? new byte[0] : record.value();
            return replays.sendMessage(Message.of(value, Metadata.of(metadata))).replaceWith(Replay.SENT);
        });
    }

    private Optional<ConsumerRecord<String, byte[]>> find(int partition, long offset) {
        try (var consumer = consumers.open()) {
            var place = new TopicPartition(Topic.Name.ALERT_DEAD_LETTERS, partition);
            if (!partitions(consumer).contains(place)) {
                return Optional.empty();
            }
            List<TopicPartition> assigned = List.of(place);
            consumer.assign(assigned);
            long end = consumer.endOffsets(assigned).getOrDefault(place, 0L);
            long start = consumer.beginningOffsets(assigned).getOrDefault(place, 0L);
            if (offset < start || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(place, offset);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() == offset) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topic.Name.ALERT_DEAD_LETTERS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** A plain consumer blocks. */
    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
