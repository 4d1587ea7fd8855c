package io.feverline.registry.kafka;

import io.feverline.registry.audit.HeadArchive;
import io.feverline.registry.events.audit.HeadTopic;
import io.feverline.registry.events.audit.SignedHead;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The topic of heads. */
@ApplicationScoped
public class KafkaHeadArchive implements HeadArchive {
    private final Map<String, Object> settings;

    KafkaHeadArchive(@Identifier("default-kafka-broker") Map<String, Object> brokers) {
        settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "registry-service-audit");
    }

    /** On a worker thread, since a consumer blocks. */
    @Override
    public Uni<List<SignedHead>> heads() {
        return Uni.createFrom()
                .item(() -> HeadTopic.readAll(settings))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
