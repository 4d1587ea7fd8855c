package io.feverline.registry.passage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has the partitions of the days ahead made, so that midnight is an hour like the others. */
@ApplicationScoped
public class PartitionKeeper {
    private static final Logger LOG = Logger.getLogger(PartitionKeeper.class);

    private final PassagePartitions partitions;
    private Cancellable ticks = () -> {};

    PartitionKeeper(PassagePartitions partitions) {
        this.partitions = partitions;
    }

    void start(@Observes StartupEvent event) {
        ticks = Multi.createFrom()
                .ticks()
                .every(Duration.ofHours(1))
                .onItem()
                .transformToUniAndConcatenate(tick -> make())
                .subscribe()
                .with(done -> {}, e -> LOG.error("partitions are made on demand only", e));
    }

    void stop(@Observes ShutdownEvent event) {
        ticks.cancel();
    }

    private Uni<Void> make() {
        return partitions.ensureAhead().onFailure().recoverWithUni(e -> {
            LOG.warnf("partitions ahead could not be made: %s", e.getMessage());
            return Uni.createFrom().voidItem();
        });
    }
}
