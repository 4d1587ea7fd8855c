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
 * repartitioned but rechecks of which the fever is in another ({@link Links}), and what was seen of devices, which
 * meet their neighbours at their checkpoint ({@link Sightings}). The stores live in memory and in their changelog
 * topics: fevers are few, and a restart needs no disk.
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
    static final String SIGHTINGS = "sightings";
    static final String SEEN_IN_READINGS = "seen-in-readings";
    static final String HEARTBEATS = "heartbeats-in";
    static final String HEARTBEAT_SIGHTINGS = "heartbeat-sightings";
    static final String HEARTBEAT_DEAD_LETTERS = "heartbeat-dead-letters";
    static final String SEEN_IN_HEARTBEATS = "seen-in-heartbeats";
    static final String SEEN = "seen";
    static final String DEVICES = "devices-watch";
    static final String DEVICE_HEALTH = "device-health";
    static final String CHECKPOINT_STATUS = "checkpoint-status";
    static final String SEEN_DEAD_LETTERS = "seen-dead-letters";
    static final String WATCHES = "watches";
    static final String READ_UP_TO = "read-up-to";
    static final String BOOKS = "books";
    static final String BOOK_KEYS = "book-keys";
    static final String HOMES = "homes";
    static final String WAITING_RECHECKS = "waiting-rechecks";

    private static final StringSerializer TEXT = new StringSerializer();
    private static final ByteArraySerializer BYTES = new ByteArraySerializer();

    /** Of a partition: rechecks, by what they name. */
    private static final int MOST_WAITING = 2_000;

    private DetectionTopology() {}

    static Topology topology(
            EpisodeProcessor.Memory memory,
            DeviceWatchProcessor.Settings watch,
            InstantSource clock,
            DetectionMeters meters,
            Tracer tracer) {
        var references = new References();
        Topology topology = references.addTo(new Topology());
        addScreening(topology, references, meters);
        addEpisodes(topology, references, memory, clock, tracer);
        addLinks(topology, memory, clock);
        addDevices(topology, watch, references, clock, meters);
        return topology;
    }

    private static void addScreening(Topology topology, References references, DetectionMeters meters) {
        addLanes(topology, READINGS, Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL);
        addLanes(topology, RECHECKS_IN, Topic.Name.ALERT_RECHECKS);
        topology.addProcessor(SCREENING, () -> new ScreeningProcessor(references, meters), READINGS, RECHECKS_IN)
                .addSink(DEAD_LETTERS, Topic.Name.ALERT_DEAD_LETTERS, TEXT, BYTES, SCREENING);
    }

    private static void addEpisodes(
            Topology topology,
            References references,
            EpisodeProcessor.Memory memory,
            InstantSource clock,
            Tracer tracer) {
        topology.addProcessor(EPISODES, () -> new EpisodeProcessor(references, memory, clock, tracer), SCREENING)
                .addStateStore(books(), EPISODES)
                .addStateStore(bookKeys(), EPISODES)
                .addSink(ALERTS, Topic.Name.ALERTS, TEXT, BYTES, EPISODES)
                .addSink(LINKS_OUT, Topic.Name.ALERT_LINKS, TEXT, BYTES, EPISODES)
                .addSink(RECHECKS_OUT, Topic.Name.ALERT_RECHECKS, TEXT, BYTES, EPISODES);
    }

    private static void addLinks(Topology topology, EpisodeProcessor.Memory memory, InstantSource clock) {
        addSource(topology, LINKS_IN, Topic.Name.ALERT_LINKS);
        topology.addProcessor(LINKS, () -> new LinkProcessor(memory, clock), LINKS_IN)
                .addStateStore(homes(), LINKS)
                .addStateStore(waitingRechecks(), LINKS)
                .addSink(RECHECKS_ON, Topic.Name.ALERT_RECHECKS, TEXT, BYTES, LINKS);
    }

    /** What each partition has seen of devices, and where a checkpoint's devices meet. */
    private static void addDevices(
            Topology topology,
            DeviceWatchProcessor.Settings watch,
            References references,
            InstantSource clock,
            DetectionMeters meters) {
        var toAll = SightingsTeller.TO_ALL_WITHOUT_KEY;
        topology.addProcessor(SIGHTINGS, () -> new ReadingSightings(watch.tellEvery(), clock), SCREENING)
                .addSink(SEEN_IN_READINGS, Topic.Name.DEVICE_MINUTES, TEXT, BYTES, toAll, SIGHTINGS);
        addSource(topology, HEARTBEATS, Topic.Name.HEARTBEATS);
        topology.addProcessor(
                        HEARTBEAT_SIGHTINGS, () -> new HeartbeatSightings(watch.tellEvery(), clock, meters), HEARTBEATS)
                .addSink(SEEN_IN_HEARTBEATS, Topic.Name.DEVICE_MINUTES, TEXT, BYTES, toAll, HEARTBEAT_SIGHTINGS)
                .addSink(HEARTBEAT_DEAD_LETTERS, Topic.Name.ALERT_DEAD_LETTERS, TEXT, BYTES, HEARTBEAT_SIGHTINGS);
        addSource(topology, SEEN, Topic.Name.DEVICE_MINUTES);
        topology.addProcessor(DEVICES, () -> new DeviceWatchProcessor(watch, references, meters), SEEN)
                .addStateStore(watches(), DEVICES)
                .addStateStore(readUpTo(), DEVICES)
                .addSink(DEVICE_HEALTH, Topic.Name.DEVICE_HEALTH, TEXT, BYTES, DEVICES)
                .addSink(CHECKPOINT_STATUS, Topic.Name.CHECKPOINT_STATUS, TEXT, BYTES, DEVICES)
                .addSink(SEEN_DEAD_LETTERS, Topic.Name.ALERT_DEAD_LETTERS, TEXT, BYTES, DEVICES);
    }

    private static void addSource(Topology topology, String name, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(), name, new StringDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private static void addLanes(Topology topology, String name, String... topics) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new LiveLaneFirst(),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topics);
    }

    private static StoreBuilder<?> watches() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(WATCHES), Serdes.String(), Serdes.ByteArray());
    }

    private static StoreBuilder<?> readUpTo() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(READ_UP_TO), Serdes.String(), Serdes.Long());
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
