package io.feverline.ingest.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import io.feverline.registry.events.DeviceRegistered;
import io.feverline.registry.events.MeasuringSite;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the compacted devices topic from its beginning. Every instance reads all of it, so there is no consumer
 * group: hence a plain consumer and not a channel.
 */
@Singleton
public class DeviceFeed {
    private static final Logger LOG = Logger.getLogger(DeviceFeed.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DeviceDirectory directory;
    private final Map<String, Object> kafka;
    private final MeterRegistry metrics;
    private final EventCodec<DeviceRegistered> codec = EventCodec.of(DeviceRegistered.class);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    public DeviceFeed(
            DeviceDirectory directory,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        this.directory = directory;
        this.kafka = kafka;
        this.metrics = metrics;
        Gauge.builder("feverline.device.keys", directory, DeviceDirectory::size)
                .description("Device keys that open the door")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        var thread = new Thread(this::run, "device-feed");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
        var following = consumer;
        if (following != null) {
            following.wakeup();
        }
    }

    private void run() {
        do {
            try (var following = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer());
                    var meters = new KafkaClientMetrics(following)) {
                meters.bindTo(metrics);
                consumer = following;
                follow(following);
            } catch (WakeupException e) {
                LOG.debug("the device feed stops");
            } catch (KafkaException e) {
                LOG.warnf("The devices topic cannot be followed, trying again: %s", e.getMessage());
            }
        } while (!stoppedWithin(RETRY));
    }

    private boolean stoppedWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void follow(KafkaConsumer<String, byte[]> following) {
        List<TopicPartition> partitions = following.partitionsFor(Topic.Name.DEVICES).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic yet");
        }
        following.assign(partitions);
        following.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = following.endOffsets(partitions);
        while (stop.getCount() > 0) {
            following.poll(RETRY).forEach(this::apply);
            if (!directory.isComplete()
                    && ends.entrySet().stream().allMatch(e -> following.position(e.getKey()) >= e.getValue())) {
                directory.complete();
                LOG.infof("%d device keys are known", directory.size());
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            directory.remove(record.key());
            return;
        }
        try {
            directory.put(device(codec.decode(record.value())));
        } catch (UnreadableEvent e) {
            LOG.warnf("Device record at offset %d cannot be read and is passed over", record.offset());
        }
    }

    private static Device device(DeviceRegistered event) {
        return new Device(
                new Origin(
                        event.getDeviceId(),
                        event.getCheckpointId(),
                        event.getAreaCode(),
                        event.getSite() == MeasuringSite.UNKNOWN
                                ? Site.FOREHEAD
                                : Site.valueOf(event.getSite().name()),
                        Mode.valueOf(event.getMode().name()),
                        event.getOffset()),
                event.getKeyHashes().stream()
                        .map(ByteBuffer::asReadOnlyBuffer)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "device-feed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.keySet().retainAll(ConsumerConfig.configNames());
        return config;
    }
}
