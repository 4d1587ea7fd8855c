package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Puts aside, as they were, records that cannot be taken in, so that their partition goes on. */
@Startup
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final RecordSender sender;
    private final Map<String, Counter> counters;

    DeadLetters(RecordSender sender, MeterRegistry metrics) {
        this.sender = sender;
        this.counters = Stream.of(
                        Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL, Topic.Name.ALERTS, Topic.Name.DEVICE_HEALTH)
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> Counter.builder("feverline.dead.letters")
                                .description("Records that could not be read or stored and were set aside")
                                .tag("topic", topic)
                                .register(metrics)));
    }

    /** Completes when the brokers have the records; fails if they did not acknowledge. */
    public Uni<Void> put(List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sender.send(records.stream().map(DeadLetters::copy).toList()).invoke(() -> {
            records.forEach(this::note);
        });
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        LOG.warnf("put aside: %s-%d@%d", record.topic(), record.partition(), record.offset());
        Counter counter = counters.get(record.topic());
        if (counter != null) {
            counter.increment();
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        var copy = new ProducerRecord<>(
                Topic.REGISTRY_DEAD_LETTERS.topicName(), null, record.key(), record.value(), record.headers());
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        copy.headers().add("feverline-origin", origin.getBytes(UTF_8));
        return copy;
    }
}
