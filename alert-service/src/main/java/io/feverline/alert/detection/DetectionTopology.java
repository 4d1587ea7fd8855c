package io.feverline.alert.detection;

import io.feverline.events.Topic;
import io.opentelemetry.api.trace.Tracer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From reading to episode change, top to bottom. All that concerns one traveller is in one partition, so nothing is
 * repartitioned but rechecks of which the fever is in another ({@link Links}). The stores live in memory and in their changelog topics: fevers are few, and a restart needs no disk.
 */
final class DetectionTopology {
    static final String READINGS = "readings";
    static final String SCREENING = "screening";
    static final String EPISODES = "episodes";
    static final String ALERTS = "alerts";
    static final String DEAD_LETTERS = "dead-letters";
    static final String LINKS_OUT = "links-out";
    static final String LINKS_IN = "links-in";
    static final String LINKS = "links";
    static final String RECHECKS_OUT = "rechecks-out";
    static final String RECHECKS_ON = "rechecks-on";
    static final String RECHECKS_IN = "rechecks-in";
    static final String BOOKS = "books";
    static final String BOOK_KEYS = "book-keys";
    static final String HOMES = "homes";
    static final String WAITING_RECHECKS = "waiting-rechecks";

    /** Of a partition: rechecks, by what they name. */
    private static final int MOST_WAITING = 2_000;

    private DetectionTopology() {}

    static Topology topology(
            EpisodeProcessor.Memory memory, InstantSource clock, DetectionMeters meters, Tracer tracer) {
        var text = new StringSerializer();
        var bytes = new ByteArraySerializer();
        var references = new References();
        return references
                .addTo(new Topology())
                .addSource(
                        AutoOffsetReset.earliest(),
                        READINGS,
                        new LiveLaneFirst(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.Name.READINGS,
                        Topic.Name.READINGS_BACKFILL)
                .addSource(
                        AutoOffsetReset.earliest(),
                        RECHECKS_IN,
                        new LiveLaneFirst(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.Name.ALERT_RECHECKS)
                .addProcessor(SCREENING, () -> new ScreeningProcessor(references, meters), READINGS, RECHECKS_IN)
                .addProcessor(EPISODES, () -> new EpisodeProcessor(memory, clock, tracer), SCREENING)
                .addStateStore(books(), EPISODES)
                .addStateStore(bookKeys(), EPISODES)
                .addSink(ALERTS, Topic.Name.ALERTS, text, bytes, EPISODES)
                .addSink(DEAD_LETTERS, Topic.Name.ALERT_DEAD_LETTERS, text, bytes, SCREENING)
                .addSink(LINKS_OUT, Topic.Name.ALERT_LINKS, text, bytes, EPISODES)
                .addSink(RECHECKS_OUT, Topic.Name.ALERT_RECHECKS, text, bytes, EPISODES)
                .addSource(
                        AutoOffsetReset.earliest(),
                        LINKS_IN,
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.Name.ALERT_LINKS)
                .addProcessor(LINKS, () -> new LinkProcessor(memory, clock), LINKS_IN)
                .addStateStore(homes(), LINKS)
                .addStateStore(waitingRechecks(), LINKS)
                .addSink(RECHECKS_ON, Topic.Name.ALERT_RECHECKS, text, bytes, LINKS);
    }

    private static StoreBuilder<?> books() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOKS), Serdes.String(), BookSerde.serde());
    }

    private static StoreBuilder<?> homes() {
        return Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(HOMES), Serdes.String(), Serdes.String());
    }

    private static StoreBuilder<?> waitingRechecks() {
        return Stores.keyValueStoreBuilder(
                Stores.lruMap(WAITING_RECHECKS, MOST_WAITING), Serdes.String(), listsOfBytes());
    }

    /** A class cannot say what its list is of. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Serde<List<byte[]>> listsOfBytes() {
        return Serdes.ListSerde((Class) ArrayList.class, Serdes.ByteArray());
    }

    private static StoreBuilder<?> bookKeys() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOK_KEYS), Serdes.String(), Serdes.String());
    }
}
