package io.feverline.ingest.kafka;

import io.feverline.events.Topic;
import io.feverline.ingest.config.IngestConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where records wait for the brokers. Each topic has room of its own: a backlog that has filled the late lane's turns
 * away no live reading.
 */
@Singleton
class Room {
    /** What Kafka adds at most: a record's own fields, and a batch's header should it be alone in one. */
    static final int OVERHEAD = 82;

    private final Map<String, InFlight> byTopic;

    @Inject
    Room(IngestConfig config, MeterRegistry metrics) {
        this(config.inFlight(), config.inFlightBytes().asLongValue(), metrics);
    }

    /** With so much of it for each topic. */
    Room(int records, long bytes, MeterRegistry metrics) {
        byTopic = Stream.of(Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL, Topic.Name.HEARTBEATS)
                .collect(Collectors.toUnmodifiableMap(topic -> topic, topic -> new InFlight(records, bytes)));
        byTopic.forEach((topic, inFlight) -> {
            Gauge.builder("feverline.readings.in.flight", inFlight, InFlight::records)
                    .description("Readings and heartbeats that wait for the brokers' acknowledgement")
                    .tag("topic", topic)
                    .register(metrics);
            Gauge.builder("feverline.readings.in.flight.size", inFlight, InFlight::bytes)
                    .description("What they hold of memory")
                    .tag("topic", topic)
                    .baseUnit("bytes")
                    .register(metrics);
        });
    }

    private InFlight of(String topic) {
        return Objects.requireNonNull(byTopic.get(topic));
    }

    /** Whether it is worth while to find out how large so many records are. */
    boolean isFor(String topic, int records) {
        return records == 0 || of(topic).hasRoomFor(records);
    }

    /**
     * Takes room for all of them, or for none when there is not enough.
     *
     * @return gives back what was taken; null when nothing was
     */
    @Nullable
    Runnable take(List<ProducerRecord<String, byte[]>> records) {
        String topic = records.get(0).topic();
        var ofOtherTopics = List.<ProducerRecord<String, byte[]>>of();
        int count = 0;
        long size = 0;
        for (var record : records) {
            if (record.topic().equals(topic)) {
                count++;
                size += size(record);
            } else {
                ofOtherTopics = ofOtherTopics.isEmpty() ? new ArrayList<>() : ofOtherTopics;
                ofOtherTopics.add(record);
            }
        }
        var giveBack = take(of(topic), count, size);
        return giveBack == null || ofOtherTopics.isEmpty() ? giveBack : takeToo(ofOtherTopics, giveBack);
    }

    private static @Nullable Runnable take(InFlight inFlight, int count, long size) {
        return inFlight.take(count, size) ? () -> inFlight.giveBack(count, size) : null;
    }

    private @Nullable Runnable takeToo(List<ProducerRecord<String, byte[]>> others, Runnable giveBack) {
        var giveBackToo = take(others);
        if (giveBackToo == null) {
            giveBack.run();
            return null;
        }
        return () -> {
            giveBack.run();
            giveBackToo.run();
        };
    }

    private static long size(ProducerRecord<String, byte[]> record) {
        long size = OVERHEAD;
        size += record.key().length() + record.value().length;
        for (var header : record.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }
}
