package io.feverline.registry.keyregion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Somebody who has something to do when travellers arrive from key regions. */
public interface ArrivalListener {
    /**
     * Takes arrivals that were not known before, each once: of a batch that is being stored, or of a list that has
     * changed.
     *
     * @param transaction in which they become known; what is done in it is done when they are, and if it fails they are
     *     not
     * @param fresh at least one
     */
    Uni<Void> arrived(SqlConnection transaction, List<Arrival> fresh);
}
