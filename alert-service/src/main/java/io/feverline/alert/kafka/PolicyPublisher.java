package io.feverline.alert.kafka;

import io.feverline.alert.postgres.PolicyStore;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.events.CloudEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Publishes adopted policies, over and over until the brokers have them: published twice a policy is the same. Several
 * instances may do it at once.
 */
@ApplicationScoped
public class PolicyPublisher {
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.policy.adopted.v1", "/alert-service");

    private final PolicyStore policies;
    private final MutinyEmitter<byte[]> emitter;

    PolicyPublisher(PolicyStore policies, @Channel("policies") MutinyEmitter<byte[]> emitter) {
        this.policies = policies;
        this.emitter = emitter;
    }

    /** Publishes what is yet to be published; completes when the brokers have it. */
    @Scheduled(
            every = "${feverline.alert.policy.publish-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public Uni<Void> publishAll() {
        return policies.unpublished()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(policy -> send(policy).chain(() -> policies.published(policy)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> send(AdoptedPolicy adopted) {
        String version = adopted.policy().version();
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(version)
                .withHeaders(CONTEXT.headers(version, adopted.adoptedAt()))
                .build();
        return emitter.sendMessage(Message.of(PolicyEvents.encode(adopted), Metadata.of(metadata)));
    }
}
