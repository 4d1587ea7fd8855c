package io.feverline.alert.postgres;

import io.feverline.alert.notify.Silence;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences; they are added to and ended, never deleted. */
@ApplicationScoped
public class SilenceStore {
    static final String NOT_OVER = "SELECT * FROM silence WHERE ends_at > $1 AND ended_at IS NULL";

    private static final String ADD = """
            INSERT INTO silence (id, area_code, checkpoint_id, starts_at, ends_at, reason, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    /** Whoever is second ends nothing, and is answered with what the first said. */
    private static final String END = """
            UPDATE silence SET ended_at = $3, ended_by = $4, ended_reason = $5
            WHERE id = $1 AND starts_with(area_code, $2) AND ends_at > $3 AND ended_at IS NULL""";

    private static final String FIND = "SELECT * FROM silence WHERE id = $1 AND starts_with(area_code, $2)";

    private final Pool pool;

    SilenceStore(Pool pool) {
        this.pool = pool;
    }

    /** Those that keep something in a scope quiet and are not over, the next to end first. */
    public Uni<List<Silence>> current(AreaScope scope, Instant now) {
        return pool.preparedQuery(NOT_OVER
                        + " AND (starts_with(area_code, $2) OR starts_with($2, area_code)) ORDER BY ends_at, id")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), scope.prefix()))
                .map(SilenceStore::list);
    }

    /** Adds one. */
    public Uni<Void> add(Silence silence) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(silence.id())
                        .addString(silence.area().prefix())
                        .addString(silence.checkpointId())
                        .addOffsetDateTime(silence.from().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(silence.until().atOffset(ZoneOffset.UTC))
                        .addString(silence.reason())
                        .addString(silence.createdBy())
                        .addOffsetDateTime(silence.createdAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /**
     * Ends one before its time, unless it is over.
     *
     * @return it as it stands; empty when there is none in the scope
     */
    public Uni<Optional<Silence>> end(UUID id, AreaScope scope, Silence.End end) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(id, scope.prefix(), end.at().atOffset(ZoneOffset.UTC), end.by(), end.reason()))
                .chain(() -> pool.preparedQuery(FIND).execute(Tuple.of(id, scope.prefix())))
                .map(rows -> list(rows).stream().findFirst());
    }

    static List<Silence> list(RowSet<Row> rows) {
        return Statements.list(rows, SilenceStore::silence);
    }

    private static Silence silence(Row row) {
        return new Silence(
                row.getUUID("id"),
                new AreaScope(row.getString("area_code")),
                row.getString("checkpoint_id"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                row.getString("reason"),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                end(row.getOffsetDateTime("ended_at"), row));
    }

    private static Silence.@Nullable End end(@Nullable OffsetDateTime at, Row row) {
        return at == null
                ? null
                : new Silence.End(at.toInstant(), row.getString("ended_by"), row.getString("ended_reason"));
    }
}
