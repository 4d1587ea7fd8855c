package io.feverline.alert.kafka;

import io.feverline.alert.config.PolicyConfig;
import io.feverline.alert.postgres.PolicyStore;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.events.CloudEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Publishes adopted policies, over and over until the brokers have them: published twice a policy is the same. Several
 * instances may do it at once.
 */
@ApplicationScoped
public class PolicyPublisher {
    private static final Logger LOG = Logger.getLogger(PolicyPublisher.class);
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.policy.adopted.v1", "/alert-service");

    private final PolicyStore policies;
    private final MutinyEmitter<byte[]> emitter;
    private final PolicyConfig config;
    private Cancellable loop = () -> {};

    PolicyPublisher(PolicyStore policies, @Channel("policies") MutinyEmitter<byte[]> emitter, PolicyConfig config) {
        this.policies = policies;
        this.emitter = emitter;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop = round().onItem()
                .delayIt()
                .by(config.publishEvery())
                .repeat()
                .indefinitely()
                .subscribe()
                .with(done -> {}, e -> LOG.error("publishing policies ended", e));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    private Uni<Void> round() {
        return Uni.createFrom()
                .deferred(this::publishAll)
                .onFailure()
                .invoke(e -> LOG.warn("policies are yet to be published, and it is tried again", e))
                .onFailure()
                .recoverWithNull();
    }

    /** Publishes what is yet to be published; completes when the brokers have it. */
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
