package io.feverline.registry.kafka;

import io.feverline.events.Topic;
import io.feverline.registry.audit.HeadArchive;
import io.feverline.registry.events.audit.SignedHead;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of heads from its beginning; some nine thousand a year. */
@ApplicationScoped
public class KafkaHeadArchive implements HeadArchive {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> brokers;

    KafkaHeadArchive(@Identifier("default-kafka-broker") Map<String, Object> brokers) {
        this.brokers = brokers;
    }

    /** On a worker thread, since a consumer blocks. */
    @Override
    public Uni<List<SignedHead>> heads() {
        return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<SignedHead> read() {
        var settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "registry-service-audit");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.AUDIT_HEADS.topicName()).stream()
                    .map(KafkaHeadArchive::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readUntil(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<SignedHead> readUntil(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var heads = new ArrayList<SignedHead>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(read -> heads.add(AuditHeadEvents.head(read.value())));
        }
        return heads;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
