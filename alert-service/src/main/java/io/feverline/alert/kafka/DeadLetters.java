package io.feverline.alert.kafka;

import io.feverline.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Sets records aside as they came, headers included, with a note of where they stood. There from the start: the first
 * counts too.
 */
@Startup
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;
    private final Map<String, Counter> counters;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter, MeterRegistry registry) {
        this.emitter = emitter;
        this.counters = Stream.of(
                        Topic.Name.ALERTS,
                        Topic.Name.DEVICE_HEALTH,
                        Topic.Name.CHECKPOINT_STATUS,
                        Topic.Name.CHECKPOINTS)
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> Counter.builder("feverline.dead.letters")
                                .description("Records that could not be read or stored and were set aside")
                                .tag("topic", topic)
                                .register(registry)));
    }

    /**
     * Sets a record aside.
     *
     * @return completes when the brokers have it
     */
    Uni<Void> setAside(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf("record set aside (%s): %s-%d@%d", reason, record.topic(), record.partition(), record.offset());
        Counter counter = counters.get(record.topic());
        if (counter != null) {
            counter.increment();
        }
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(
                        SetAside.marked(record.headers(), record.topic(), record.partition(), record.offset(), reason))
                .build();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return emitter.sendMessage(Message.of(value, Metadata.of(metadata)));
    }
}
