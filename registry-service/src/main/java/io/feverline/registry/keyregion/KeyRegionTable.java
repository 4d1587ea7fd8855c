package io.feverline.registry.keyregion;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.bulk.BulkTable;
import io.feverline.registry.bulk.Stock;
import io.feverline.registry.config.KeyRegionConfig;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Key regions a set at a time. The list is the same for every area; what is on it can be ended, not changed. */
@ApplicationScoped
public class KeyRegionTable implements BulkTable<KeyRegion> {
    private static final String COLUMNS = """
            SELECT id, name, area_prefix, plate_prefix, level, valid_from, valid_to, legal_basis, version
            FROM key_region
            """;

    /** In one order, so that two who hold several never wait for each other. */
    private static final String HOLD = COLUMNS + "WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String PAGE = COLUMNS + "WHERE id > $1 ORDER BY id LIMIT $2";

    /** Leaves what is not of the version before, and what has been added since it was looked for. */
    private static final String WRITE = """
            INSERT INTO key_region AS r (id, name, area_prefix, plate_prefix, level, valid_from, valid_to, legal_basis,
                version)
            SELECT id, name, area_prefix, plate_prefix, level, valid_from, valid_to, legal_basis, version
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::timestamptz[], $8::text[], $9::bigint[])
                AS i (id, name, area_prefix, plate_prefix, level, valid_from, valid_to, legal_basis, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET valid_to = excluded.valid_to, version = excluded.version
                WHERE r.version = excluded.version - 1
            """;

    private static final String RERUN = """
            INSERT INTO key_region_run (region_id, region_version, changed_by, changed_at, begins, ends, done_until)
            SELECT region_id, region_version, changed_by, changed_at, begins, ends, begins
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
                AS i (region_id, region_version, changed_by, changed_at, begins, ends)
            ORDER BY region_id
            """;

    private final Pool pool;
    private final KeyRegionEvents events;
    private final KeyRegionConfig config;
    private final Clock clock;

    KeyRegionTable(Pool pool, KeyRegionEvents events, KeyRegionConfig config, Clock clock) {
        this.pool = pool;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Stock<KeyRegion>> look(SqlConnection transaction, List<KeyRegion> rows, Actor actor) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Columns.of(rows).text(KeyRegion::id).tuple())
                .map(held -> new KeyRegionStock(regions(held), actor));
    }

    /** Key regions in order of id, after a given id. */
    public Uni<List<KeyRegion>> page(String after, int limit) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(after, limit)).map(KeyRegionTable::regions);
    }

    private static List<KeyRegion> regions(RowSet<Row> rows) {
        List<KeyRegion> regions = new ArrayList<>(rows.size());
        for (Row row : rows) {
            OffsetDateTime validTo = row.getOffsetDateTime("valid_to");
            var region = new KeyRegion(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("area_prefix"),
                    row.getString("plate_prefix"),
                    KeyRegionLevel.valueOf(row.getString("level")),
                    row.getOffsetDateTime("valid_from").toInstant(),
                    validTo == null ? null : validTo.toInstant(),
                    row.getString("legal_basis"));
            regions.add(region.of(row.getLong("version")));
        }
        return regions;
    }

    private final class KeyRegionStock implements Stock<KeyRegion> {
        private final Map<String, KeyRegion> held = new HashMap<>();

        private final Actor actor;

        private KeyRegionStock(List<KeyRegion> held, Actor actor) {
            this.actor = actor;
            held.forEach(region -> this.held.put(region.id(), region));
        }

        @Override
        public @Nullable KeyRegion stored(KeyRegion row) {
            return held.get(row.id());
        }

        @Override
        public @Nullable Refusal refusal(KeyRegion row) {
            KeyRegion stored = held.get(row.id());
            if (stored == null || row.says(stored)) {
                return null;
            }
            if (!row.saysButForItsEnd(stored)) {
                return new Refusal(
                        null,
                        new Rejection(
                                Reason.ALREADY_EXISTS,
                                "重点地区列入后只能结束，不能改 / what is listed can be ended and not changed"));
            }
            Instant end = row.validTo();
            return end != null && stored.canEndAt(end, clock.instant())
                    ? null
                    : new Refusal("valid_to", KeyRegions.endNotPossible());
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<KeyRegion> rows) {
            var columns = Columns.of(rows)
                    .text(KeyRegion::id)
                    .text(KeyRegion::name)
                    .text(KeyRegion::areaPrefix)
                    .text(KeyRegion::platePrefix)
                    .name(KeyRegion::level)
                    .time(KeyRegion::validFrom)
                    .time(KeyRegion::validTo)
                    .text(KeyRegion::legalBasis)
                    .bigint(KeyRegion::version);
            List<OutboxEntry> entries = rows.stream().map(events::listed).toList();
            return transaction
                    .preparedQuery(WRITE)
                    .execute(columns.tuple())
                    .invoke(written -> Stock.requireAll(written, rows))
                    .call(() -> rerun(transaction, rows))
                    .replaceWith(entries);
        }

        /** What has passed is judged by what the list says now. */
        private Uni<Void> rerun(SqlConnection transaction, List<KeyRegion> rows) {
            Instant now = clock.instant();
            var columns = Columns.of(rows.stream().map(row -> run(row, now)).toList())
                    .text(KeyRegionRun::regionId)
                    .bigint(KeyRegionRun::regionVersion)
                    .text(KeyRegionRun::changedBy)
                    .time(KeyRegionRun::changedAt)
                    .time(KeyRegionRun::begins)
                    .time(KeyRegionRun::ends);
            return transaction.preparedQuery(RERUN).execute(columns.tuple()).replaceWithVoid();
        }

        private KeyRegionRun run(KeyRegion row, Instant now) {
            KeyRegion before = held.get(row.id());
            return before == null
                    ? KeyRegionRun.ofListing(row, actor.subject(), now, config.rerunDays())
                    : KeyRegionRun.ofEnd(row, before.validTo(), actor.subject(), now);
        }
    }
}
