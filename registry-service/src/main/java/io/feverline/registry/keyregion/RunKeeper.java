package io.feverline.registry.keyregion;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has runs go on, step after step until none is left that can. */
@ApplicationScoped
public class RunKeeper {
    private static final Logger LOG = Logger.getLogger(RunKeeper.class);

    private final KeyRegionRuns runs;

    RunKeeper(KeyRegionRuns runs) {
        this.runs = runs;
    }

    @Scheduled(every = "${feverline.key-region.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> go() {
        return Uni.createFrom()
                .deferred(runs::step)
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .onFailure()
                .invoke(e -> LOG.warnf("a changed list of key regions waits to be applied: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }
}
