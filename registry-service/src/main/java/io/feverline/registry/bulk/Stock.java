package io.feverline.registry.bulk;

import io.feverline.registry.Rejection;
import io.feverline.registry.events.csv.Known;
import io.feverline.registry.outbox.OutboxEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import java.util.List;

/** What there is of what some rows name, held until the transaction ends. */
public interface Stock<R> extends Known<R> {
    /**
     * Writes rows, each of the version after the stored one; fails with {@link Rejection#changed} when somebody else
     * was faster.
     *
     * @return what is to be told of them
     */
    Uni<List<OutboxEntry>> write(SqlConnection transaction, List<R> rows);

    /**
     * Holds a statement to having written all rows: it leaves what is not as it was seen.
     *
     * @throws Rejection if it has left any
     */
    static void requireAll(SqlResult<?> written, List<?> rows) {
        if (written.rowCount() != rows.size()) {
            throw Rejection.changed(null);
        }
    }
}
