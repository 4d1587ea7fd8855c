package io.feverline.registry.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has forgotten each hour what is older than it may be. */
@ApplicationScoped
public class RetentionKeeper {
    private static final Logger LOG = Logger.getLogger(RetentionKeeper.class);

    private final Retention retention;

    RetentionKeeper(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return retention
                .enforce()
                .onFailure()
                .invoke(e -> LOG.warnf("what is past retention waits for the next hour: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
