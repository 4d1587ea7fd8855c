package io.feverline.ingest.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brokers that acknowledge when they are told to, one producer per topic. */
final class MockBrokers implements Producers {
    private final Map<String, MockProducer<String, byte[]>> producers = new HashMap<>();

    @Override
    public MockProducer<String, byte[]> of(String topic) {
        return producers.computeIfAbsent(
                topic, t -> new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()));
    }
}
