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

/** Has old receipts forgotten, each hour a few at a time until none is left. */
@ApplicationScoped
public class ReceiptKeeper {
    private static final Logger LOG = Logger.getLogger(ReceiptKeeper.class);

    private final Receipts receipts;
    private Cancellable ticks = () -> {};

    ReceiptKeeper(Receipts receipts) {
        this.receipts = receipts;
    }

    void start(@Observes StartupEvent event) {
        ticks = Multi.createFrom()
                .ticks()
                .every(Duration.ofHours(1))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> forget())
                .subscribe()
                .with(done -> {}, e -> LOG.error("receipts are kept for good", e));
    }

    void stop(@Observes ShutdownEvent event) {
        ticks.cancel();
    }

    private Uni<Void> forget() {
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
