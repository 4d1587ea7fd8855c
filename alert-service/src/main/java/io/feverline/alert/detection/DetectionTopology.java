package io.feverline.alert.detection;

import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.Topic;
import io.opentelemetry.api.trace.Tracer;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From reading to episode change, top to bottom. All that concerns one traveller is in one partition, so nothing is
 * repartitioned. The stores live in memory and in their changelog topics: fevers are few, and a restart needs no disk.
 */
final class DetectionTopology {
    static final String READINGS = "readings";
    static final String SCREENING = "screening";
    static final String EPISODES = "episodes";
    static final String ALERTS = "alerts";
    static final String DEAD_LETTERS = "dead-letters";
    static final String BOOKS = "episode-books";
    static final String BOOK_KEYS = "episode-book-keys";

    private DetectionTopology() {}

    static Topology topology(
            ScreeningPolicy policy,
            EpisodeProcessor.Memory memory,
            InstantSource clock,
            DetectionMeters meters,
            Tracer tracer) {
        var text = new StringSerializer();
        var bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        READINGS,
                        new LiveLaneFirst(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.Name.READINGS,
                        Topic.Name.READINGS_BACKFILL)
                .addProcessor(SCREENING, () -> new ScreeningProcessor(policy, meters), READINGS)
                .addProcessor(EPISODES, () -> new EpisodeProcessor(memory, clock, tracer), SCREENING)
                .addStateStore(books(), EPISODES)
                .addStateStore(bookKeys(), EPISODES)
                .addSink(ALERTS, Topic.Name.ALERTS, text, bytes, EPISODES)
                .addSink(DEAD_LETTERS, Topic.Name.ALERT_DEAD_LETTERS, text, bytes, SCREENING);
    }

    private static StoreBuilder<?> books() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOKS), Serdes.String(), BookSerde.serde());
    }

    private static StoreBuilder<?> bookKeys() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOK_KEYS), Serdes.String(), Serdes.String());
    }
}
