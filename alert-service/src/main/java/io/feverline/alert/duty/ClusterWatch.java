package io.feverline.alert.duty;

import io.feverline.alert.postgres.ClusterWriter;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks which clusters new alerts are in. What is yet to be looked at is noted with the alerts, so a restart forgets
 * none.
 */
@ApplicationScoped
public class ClusterWatch {
    private final ClusterWriter clusters;

    ClusterWatch(ClusterWriter clusters) {
        this.clusters = clusters;
    }

    @Scheduled(
            every = "${feverline.alert.cluster.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return clusters.grow().replaceWithVoid();
    }
}
