package io.feverline.registry.keyregion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Does with arrivals what a test wants to be done. */
@ApplicationScoped
public class HeardArrivals implements ArrivalListener {
    private static final ArrivalListener NOTHING =
            (transaction, fresh) -> Uni.createFrom().voidItem();

    private volatile ArrivalListener wish = NOTHING;

    void then(ArrivalListener listener) {
        wish = listener;
    }

    void nothing() {
        wish = NOTHING;
    }

    @Override
    public Uni<Void> arrived(SqlConnection transaction, List<Arrival> fresh) {
        return wish.arrived(transaction, fresh);
    }
}
