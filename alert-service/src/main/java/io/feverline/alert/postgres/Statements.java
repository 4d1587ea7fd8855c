package io.feverline.alert.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What every statement takes: parameters as the database has them, and rows as what they mean. */
final class Statements {

    private Statements() {}

    static Uni<RowSet<Row>> run(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters);
    }

    static <T> Uni<List<T>> rows(SqlClient client, String sql, Tuple parameters, Function<Row, T> meaning) {
        return run(client, sql, parameters).map(rows -> list(rows, meaning));
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> meaning) {
        return StreamSupport.stream(rows.spliterator(), false).map(meaning).toList();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** One value of each, to be told as an array; null where there is none. */
    static <T, C> List<C> column(Collection<T> each, Function<T, C> value) {
        List<C> column = new ArrayList<>(each.size());
        each.forEach(one -> column.add(value.apply(one)));
        return column;
    }
}
