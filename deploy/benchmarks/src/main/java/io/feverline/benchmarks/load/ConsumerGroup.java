package io.feverline.benchmarks.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a group of consumers has come with its topics. */
public final class ConsumerGroup {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    /** That of a group with some of its topics. */
    public ConsumerGroup(Admin admin, String group, String... topics) {
        this.admin = admin;
        this.group = group;
        this.topics = List.of(topics);
    }

    /** Where the topics end, all their partitions together. */
    public long end() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    /** What the group has committed, all partitions together. */
    public long committed() throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> topics.contains(offset.getKey().topic()) && offset.getValue() != null)
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }

    /** Waits until the group has committed that much, and gives what it has. */
    public long awaitCommitted(long offset, Duration patience) {
        return await(group)
                .atMost(patience)
                .pollInterval(LOOK_EVERY)
                .until(this::committed, committed -> committed >= offset);
    }
}
