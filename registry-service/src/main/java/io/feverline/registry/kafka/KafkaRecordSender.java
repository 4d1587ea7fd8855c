package io.feverline.registry.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends through one idempotent producer, which keeps the order within a partition over its own retries. */
@ApplicationScoped
public class KafkaRecordSender implements RecordSender {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaClientMetrics meters;

    KafkaRecordSender(@Identifier("default-kafka-broker") Map<String, Object> brokers, MeterRegistry metrics) {
        var settings = new HashMap<>(brokers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "registry-service-producer");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        meters = new KafkaClientMetrics(producer);
        meters.bindTo(metrics);
    }

    /** On a worker thread, since a producer blocks while it looks for the brokers. */
    @Override
    public Uni<Void> send(List<ProducerRecord<byte[], byte[]>> records) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> sendAndWait(records))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void sendAndWait(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers did not acknowledge", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the brokers were asked", e);
        }
    }

    @PreDestroy
    void close() {
        meters.close();
        producer.close(Duration.ofSeconds(5));
    }
}
