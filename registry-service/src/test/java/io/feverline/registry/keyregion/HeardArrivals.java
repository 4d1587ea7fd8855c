package io.feverline.registry.keyregion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Does with arrivals what a test wants to be done. */
@ApplicationScoped
public class HeardArrivals implements ArrivalListener {
    private static final ArrivalListener NOTHING =
            (transaction, fresh) -> Uni.createFrom().voidItem();

    private final AtomicReference<ArrivalListener> wish = new AtomicReference<>(NOTHING);

    void then(ArrivalListener listener) {
        wish.set(listener);
    }

    void nothing() {
        wish.set(NOTHING);
    }

    @Override
    public Uni<Void> arrived(SqlConnection transaction, List<Arrival> fresh) {
        return wish.get().arrived(transaction, fresh);
    }
}
