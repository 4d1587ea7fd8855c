package io.feverline.alert.kafka;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.postgres.DeviceHealthWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores what is found wrong with devices, and how checkpoints stand. */
@ApplicationScoped
public class DeviceHealthConsumer {
    private final BatchIntake<HealthChange> health;
    private final BatchIntake<CheckpointStatus> status;

    DeviceHealthConsumer(DeviceHealthWriter writer, DeadLetters deadLetters) {
        this.health = new BatchIntake<>(HealthDecoder::change, writer::store, deadLetters);
        this.status = new BatchIntake<>(HealthDecoder::status, writer::storeStatus, deadLetters);
    }

    /** Stores one poll's records; they are committed when all are stored or set aside. */
    @Incoming("device-health")
    public Uni<Void> consumeHealth(ConsumerRecords<String, byte[]> records) {
        return health.consume(records);
    }

    /** Stores one poll's records; they are committed when all are stored or set aside. */
    @Incoming("checkpoint-status")
    public Uni<Void> consumeStatus(ConsumerRecords<String, byte[]> records) {
        return status.consume(records);
    }
}
