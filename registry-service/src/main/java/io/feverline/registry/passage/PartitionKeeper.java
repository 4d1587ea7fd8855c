package io.feverline.registry.passage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has the partitions of the days ahead made, so that midnight is an hour like the others. */
@ApplicationScoped
public class PartitionKeeper {
    private static final Logger LOG = Logger.getLogger(PartitionKeeper.class);

    private final PassagePartitions partitions;

    PartitionKeeper(PassagePartitions partitions) {
        this.partitions = partitions;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> make() {
        return partitions.ensureAhead().onFailure().recoverWithUni(e -> {
            LOG.warnf("partitions ahead could not be made: %s", e.getMessage());
            return Uni.createFrom().voidItem();
        });
    }
}
