package io.feverline.registry.kafka;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records to the brokers. */
public interface RecordSender {
    /** Sends records in their order; completes when the brokers have acknowledged all, fails if any was not. */
    Uni<Void> send(List<ProducerRecord<byte[], byte[]>> records);
}
