package io.feverline.registry.area;

import io.feverline.registry.access.Actor;
import io.feverline.registry.bulk.BulkTable;
import io.feverline.registry.bulk.Stock;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The history of codes a set at a time. Periods are told to nobody: no other service needs them. */
@ApplicationScoped
public class AreaPeriodTable implements BulkTable<AreaPeriod> {
    private static final String HOLD = """
            SELECT code, name, first_year, last_year FROM area_period WHERE code = ANY ($1)
            ORDER BY code, first_year FOR UPDATE
            """;
    private static final String WRITE = """
            INSERT INTO area_period AS p (code, name, first_year, last_year)
            SELECT code, name, first_year, last_year
            FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[]) AS i (code, name, first_year, last_year)
            ORDER BY code, first_year
            ON CONFLICT (code, first_year) DO UPDATE SET name = excluded.name, last_year = excluded.last_year
            """;

    @Override
    public Uni<Stock<AreaPeriod>> look(SqlConnection transaction, List<AreaPeriod> rows, Actor actor) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Columns.of(rows).text(AreaPeriod::code).tuple())
                .map(held -> {
                    Map<String, AreaPeriod> periods = new HashMap<>();
                    for (Row row : held) {
                        var period = new AreaPeriod(
                                row.getString("code"),
                                row.getString("name"),
                                row.getInteger("first_year"),
                                row.getInteger("last_year"));
                        periods.put(period.id(), period);
                    }
                    return new PeriodStock(periods);
                });
    }

    private record PeriodStock(Map<String, AreaPeriod> held) implements Stock<AreaPeriod> {
        @Override
        public @Nullable AreaPeriod stored(AreaPeriod row) {
            return held.get(row.id());
        }

        @Override
        public @Nullable Refusal refusal(AreaPeriod row) {
            return null;
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<AreaPeriod> rows) {
            var columns = Columns.of(rows)
                    .text(AreaPeriod::code)
                    .text(AreaPeriod::name)
                    .integer(AreaPeriod::firstYear)
                    .integer(AreaPeriod::lastYear);
            return transaction
                    .preparedQuery(WRITE)
                    .execute(columns.tuple())
                    .invoke(written -> Stock.requireAll(written, rows))
                    .map(written -> List.of());
        }
    }
}
