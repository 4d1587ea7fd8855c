package io.feverline.registry.kafka;

import io.feverline.events.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The two lanes of readings. Each takes one batch at a time, and its offsets are committed only after the batch is
 * through.
 */
@ApplicationScoped
public class ReadingConsumer {
    private final ReadingIntake intake;

    ReadingConsumer(ReadingIntake intake) {
        this.intake = intake;
    }

    @Incoming(Topic.Name.READINGS)
    Uni<Void> live(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(batch);
    }

    @Incoming(Topic.Name.READINGS_BACKFILL)
    Uni<Void> late(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(batch);
    }
}
