package io.feverline.alert.duty;

import io.feverline.alert.config.ClusterConfig;
import io.feverline.alert.postgres.ClusterWriter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks which clusters new alerts are in. What is yet to be looked at is noted with the alerts, so a restart forgets none. */
@ApplicationScoped
public class ClusterWatch {
    private static final Logger LOG = Logger.getLogger(ClusterWatch.class);

    private final ClusterWriter clusters;
    private final ClusterConfig config;
    private Cancellable loop = () -> {};

    ClusterWatch(ClusterWriter clusters, ClusterConfig config) {
        this.clusters = clusters;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop = round().onItem()
                .delayIt()
                .by(config.checkEvery())
                .repeat()
                .indefinitely()
                .subscribe()
                .with(done -> {}, e -> LOG.error("clusters are not looked for any more", e));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    private Uni<Integer> round() {
        return Uni.createFrom()
                .deferred(clusters::grow)
                .onFailure()
                .invoke(e -> LOG.warn("clusters could not be looked for, and it is tried again", e))
                .onFailure()
                .recoverWithItem(0);
    }
}
