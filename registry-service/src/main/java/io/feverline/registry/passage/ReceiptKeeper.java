package io.feverline.registry.passage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has old receipts forgotten, each hour a few at a time until none is left. */
@ApplicationScoped
public class ReceiptKeeper {
    private static final Logger LOG = Logger.getLogger(ReceiptKeeper.class);

    private final Receipts receipts;

    ReceiptKeeper(Receipts receipts) {
        this.receipts = receipts;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Uni.createFrom()
                .deferred(receipts::forgetSome)
                .repeat()
                .whilst(count -> count > 0)
                .collect()
                .last()
                .onFailure()
                .invoke(e -> LOG.warnf("old receipts wait for the next hour: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
