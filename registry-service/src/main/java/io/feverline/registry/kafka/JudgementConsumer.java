package io.feverline.registry.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What alert-service tells of readings and devices, a batch at a time. */
@ApplicationScoped
public class JudgementConsumer {
    private final JudgementIntake intake;

    JudgementConsumer(JudgementIntake intake) {
        this.intake = intake;
    }

    @Incoming("judgements")
    Uni<Void> judgements(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(batch);
    }
}
