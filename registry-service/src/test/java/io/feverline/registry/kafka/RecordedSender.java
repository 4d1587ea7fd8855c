package io.feverline.registry.kafka;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Brokers that keep what they are sent, and can be told to fail. */
@Mock
@ApplicationScoped
public class RecordedSender implements RecordSender {
    private final List<ProducerRecord<byte[], byte[]>> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public Uni<Void> send(List<ProducerRecord<byte[], byte[]>> records) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new KafkaException("no broker");
            }
            sent.addAll(records);
        });
    }

    void failTimes(int times) {
        failures.set(times);
    }

    /** What was sent to a topic, in order. */
    List<ProducerRecord<byte[], byte[]>> sent(String topic) {
        return sent.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    /** What was sent to a topic with a key, in order. */
    List<ProducerRecord<byte[], byte[]>> sent(String topic, String key) {
        return sent(topic).stream()
                .filter(record -> new String(record.key(), java.nio.charset.StandardCharsets.UTF_8).equals(key))
                .toList();
    }
}
