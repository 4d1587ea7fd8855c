package io.feverline.registry.bulk;

import io.feverline.registry.access.Actor;
import io.feverline.registry.events.csv.Versioned;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** One kind of reference data, as far as it is looked at and written a set at a time. */
public interface BulkTable<R extends Versioned<R>> {
    /** Looks up, and holds, what rows name, for somebody who is about to write them. */
    Uni<Stock<R>> look(SqlConnection transaction, List<R> rows, Actor actor);
}
