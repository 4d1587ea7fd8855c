package io.feverline.alert.detection;

import io.feverline.alert.state.DevicesSeen;
import io.feverline.events.EventCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells what one partition has seen to where a checkpoint's devices meet, and to all of these how far it has been read.
 */
final class SightingsTeller {
    private static final EventCodec<DevicesSeen> CODEC = EventCodec.of(DevicesSeen.class);

    private final InstantSource clock;
    private boolean wasIdle;

    SightingsTeller(InstantSource clock) {
        this.clock = clock;
    }

    /** A checkpoint's goes to its partition; what has no key is how far a source was read, and goes to all. */
    static final StreamPartitioner<String, byte[]> TO_ALL_WITHOUT_KEY = new StreamPartitioner<>() {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int partitions) {
            return key == null
                    ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                    : Optional.empty();
        }
    };

    void tell(Sightings sightings, ProcessorContext<String, byte[]> context, String topic, String sink) {
        String source = topic + "-" + context.taskId().partition();
        Instant now = clock.instant();
        List<DevicesSeen> seen = sightings.drain(source);
        seen.forEach(each ->
                context.forward(new Record<>(each.getCheckpointId(), CODEC.encode(each), now.toEpochMilli()), sink));
        Instant heardAt = sightings.lastHeardAt();
        boolean idle = seen.isEmpty();
        // Once without anything may be a fetch that is late; twice, there was nothing.
        if (!idle || wasIdle) {
            Instant upTo = idle || heardAt == null || heardAt.isAfter(now) ? now : heardAt;
            var mark = new DevicesSeen(source, upTo, heardAt == null ? Instant.EPOCH : heardAt, null, null, List.of());
            context.forward(new Record<>(null, CODEC.encode(mark), now.toEpochMilli()), sink);
        }
        wasIdle = idle;
    }
}
