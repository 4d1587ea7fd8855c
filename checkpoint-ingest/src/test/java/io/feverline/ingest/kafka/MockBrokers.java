package io.feverline.ingest.kafka;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brokers that acknowledge when they are told to, one producer per topic. */
final class MockBrokers implements Producers {
    private final Map<String, MockProducer<String, byte[]>> producers = new HashMap<>();

    @Override
    public Uni<Void> onSendingThread(String topic, Consumer<Producer<String, byte[]>> work) {
        work.accept(of(topic));
        return Uni.createFrom().voidItem();
    }

    @Override
    public MockProducer<String, byte[]> of(String topic) {
        return producers.computeIfAbsent(
                topic, t -> new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
    }
}
