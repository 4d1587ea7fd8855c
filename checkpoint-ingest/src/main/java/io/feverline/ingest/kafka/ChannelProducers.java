package io.feverline.ingest.kafka;

import io.feverline.events.Topic;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * The channels' own producers, used directly: a message object per reading would cost more than the reading. Each topic
 * has one of its own, so that a backlog cannot fill the live lane's buffer, nor let a device that is alive seem silent.
 */
@Singleton
class ChannelProducers implements Producers {
    private static final String LIVE = "readings-live";
    private static final String LATE = "readings-late";
    private static final String HEARTBEATS = "heartbeats";

    private static final Map<String, String> CHANNELS =
            Map.of(Topic.Name.READINGS, LIVE, Topic.Name.READINGS_BACKFILL, LATE, Topic.Name.HEARTBEATS, HEARTBEATS);

    private final KafkaClientService kafka;
    private final Map<String, Producer<String, byte[]>> producers = new ConcurrentHashMap<>();

    /** The emitters are what makes the channels; records go through their producers. */
    ChannelProducers(
            @Channel(LIVE) Emitter<byte[]> live,
            @Channel(LATE) Emitter<byte[]> late,
            @Channel(HEARTBEATS) Emitter<byte[]> heartbeats,
            KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /**
     * Asks for the topics before the first reading does, as a producer that never waits refuses what it does not know.
     */
    void prepare(@Observes StartupEvent event) {
        CHANNELS.forEach((topic, channel) -> {
            if (kafka.getProducerChannels().contains(channel)) {
                // It fails, having asked: the answer comes behind its back.
                kafka.getProducer(channel).partitionsFor(topic).subscribe().with(known -> {}, notYet -> {});
            }
        });
    }

    @Override
    public Producer<String, byte[]> of(String topic) {
        return producers.computeIfAbsent(topic, this::unwrapped);
    }

    private Producer<String, byte[]> unwrapped(String topic) {
        KafkaProducer<String, byte[]> channel = kafka.getProducer(Objects.requireNonNull(CHANNELS.get(topic)));
        return channel.unwrap();
    }
}
