package io.feverline.alert.kafka;

import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.postgres.Checkpoints;
import io.feverline.events.EventCodec;
import io.feverline.registry.events.CheckpointRegistered;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores how checkpoints are called, and where they are. */
@ApplicationScoped
public class CheckpointsConsumer {
    private static final EventCodec<CheckpointRegistered> CODEC = EventCodec.of(CheckpointRegistered.class);

    private final BatchIntake<Checkpoint> intake;

    CheckpointsConsumer(Checkpoints checkpoints, DeadLetters deadLetters) {
        this.intake = new BatchIntake<>(CheckpointsConsumer::checkpoint, checkpoints::store, deadLetters);
    }

    /** Stores one poll's records; they are committed when all are stored or set aside. */
    @Incoming("checkpoints")
    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.consume(records);
    }

    private static Checkpoint checkpoint(byte[] bytes) {
        CheckpointRegistered event = CODEC.decode(bytes);
        return new Checkpoint(
                event.getCheckpointId(),
                event.getName(),
                event.getAreaCode(),
                event.getLatitude(),
                event.getLongitude(),
                event.getVersion());
    }
}
