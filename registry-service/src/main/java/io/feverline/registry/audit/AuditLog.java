package io.feverline.registry.audit;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.events.audit.AuditRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log: added to by whoever acts, in the transaction of the act, and read by auditors. */
@ApplicationScoped
public class AuditLog {
    private static final String APPEND = "SELECT audit_append($1, $2, $3, $4, $5, $6)";
    private static final String APPEND_IN_SESSION = "SELECT audit_append(?1, ?2, ?3, ?4, ?5, ?6)";

    private static final String COLUMNS =
            "SELECT seq, recorded_at, actor, area, act, subject, purpose, detail, hash FROM audit_row ";
    private static final String ON_RECORD = """
            SELECT $3::text IS NULL OR EXISTS (SELECT FROM audit_row
                    WHERE actor = $3 AND (starts_with(area, $1) OR area = '' AND $2)) AS actor,
                $4::text IS NULL OR EXISTS (SELECT FROM audit_row
                    WHERE subject = $4 AND (starts_with(area, $1) OR area = '' AND $2)) AS subject
            """;
    private static final String PAGE = COLUMNS + """
            WHERE (starts_with(area, $1) OR area = '' AND $7) AND seq < $2
                AND ($3::text IS NULL OR actor = $3) AND ($4::text IS NULL OR act = $4)
                AND ($5::text IS NULL OR subject = $5)
                AND ($8::timestamptz IS NULL OR recorded_at >= $8) AND ($9::timestamptz IS NULL OR recorded_at < $9)
            ORDER BY seq DESC LIMIT $6
            """;
    private static final String END = COLUMNS + "ORDER BY seq DESC LIMIT 1";
    private static final String AFTER = COLUMNS + "WHERE seq > $1 ORDER BY seq LIMIT $2";
    private static final String OF_SUBJECT = COLUMNS + "WHERE subject = ANY ($1) AND act = ANY ($2) ORDER BY seq";
    private static final String IS_DONE =
            "SELECT 1 FROM audit_row WHERE subject = $1 AND act = $2 AND starts_with(area, $3) LIMIT 1";

    private static final String IS_APPEND_ONLY = """
            SELECT NOT (has_table_privilege('audit_row', 'INSERT') OR has_table_privilege('audit_row', 'UPDATE')
                OR has_table_privilege('audit_row', 'DELETE') OR has_table_privilege('audit_row', 'TRUNCATE')) AS held
            """;

    private final Pool pool;

    AuditLog(Pool pool) {
        this.pool = pool;
    }

    /**
     * Puts it on record in a transaction, as its last statement: whoever else puts something on record waits until it
     * ends.
     */
    public Uni<Void> append(SqlConnection transaction, Deed deed) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.tuple()
                        .addString(deed.actor().subject())
                        .addString(deed.actor().scope().prefix())
                        .addString(deed.act().text())
                        .addString(deed.subject())
                        .addString(deed.purpose())
                        .addString(deed.detail()))
                .replaceWithVoid();
    }

    /** The same in a transaction of its own. */
    public Uni<Void> appendAlone(Deed deed) {
        return pool.withTransaction(transaction -> append(transaction, deed));
    }

    /**
     * A statement that reads, and if it finds anything puts that on record: one round trip, and a transaction by
     * itself, where a transaction of statements takes four. Officials wait for each of them.
     *
     * @param read what is read
     * @param parameters how many that has
     * @param subject whom it is about, as SQL of its parameters or of {@code somebody}, who was found
     * @param order of what is read, as SQL
     */
    public static String recorded(String read, int parameters, String subject, String order) {
        // The column of the record makes sure that the planner does not leave it out.
        return """
                WITH found AS MATERIALIZED (%s),
                    record AS MATERIALIZED (
                        SELECT audit_append($%d, $%d, $%d, %s, NULL, NULL) AS record
                        FROM (SELECT * FROM found LIMIT 1) AS somebody)
                SELECT * FROM found LEFT JOIN record ON true ORDER BY %s
                """.formatted(read, parameters + 1, parameters + 2, parameters + 3, subject, order);
    }

    /** What such a statement finds; the deed's subject is known to the statement. */
    public Uni<RowSet<Row>> read(String recorded, Tuple parameters, Deed deed) {
        return pool.preparedQuery(recorded)
                .execute(parameters
                        .addString(deed.actor().subject())
                        .addString(deed.actor().scope().prefix())
                        .addString(deed.act().text()));
    }

    /** Puts it on record in the transaction of the current session, after what it has done so far. */
    public Uni<Void> append(Deed deed) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(APPEND_IN_SESSION, Long.class)
                        .setParameter(1, deed.actor().subject())
                        .setParameter(2, deed.actor().scope().prefix())
                        .setParameter(3, deed.act().text())
                        .setParameter(4, deed.subject())
                        .setParameter(5, deed.purpose())
                        .setParameter(6, deed.detail())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The last row; after an append in the same transaction, that which was appended. */
    public Uni<AuditRow> end(SqlConnection transaction) {
        return transaction.query(END).execute().map(rows -> rows(rows).get(0));
    }

    /**
     * What people of the actor's area did, and the service itself, newest first; it is on record itself. Fails with a
     * {@link Rejection} if that would put a person's number on record: one that is asked for and not there yet.
     */
    public Uni<Page<AuditRow, Long>> page(AuditQuery query) {
        Act act = query.act();
        var parameters = Tuple.tuple()
                .addString(query.auditor().scope().prefix())
                .addLong(query.before())
                .addString(query.actor())
                .addString(act == null ? null : act.text())
                .addString(query.subject())
                .addInteger(query.limit() + 1)
                .addBoolean(!query.auditor().scope().equals(AreaScope.NOTHING))
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.to()));
        return pool.withTransaction(transaction -> requireOnRecord(transaction, query)
                .chain(() -> transaction.preparedQuery(PAGE).execute(parameters))
                .call(() -> append(transaction, query.deed()))
                .map(rows -> Page.of(rows(rows), query.limit(), AuditRow::seq)));
    }

    private static Uni<Void> requireOnRecord(SqlConnection transaction, AuditQuery query) {
        String actor = AuditQuery.number(query.actor());
        String subject = AuditQuery.number(query.subject());
        if (actor == null && subject == null) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Tuple.of(
                query.auditor().scope().prefix(), !query.auditor().scope().equals(AreaScope.NOTHING), actor, subject);
        return transaction
                .preparedQuery(ON_RECORD)
                .execute(parameters)
                .map(rows -> rows.iterator().next())
                .invoke(known -> {
                    requireOnRecord("actor", known);
                    requireOnRecord("subject", known);
                })
                .replaceWithVoid();
    }

    private static void requireOnRecord(String parameter, Row known) {
        if (!known.getBoolean(parameter)) {
            throw new Rejection(
                    Reason.NUMBER_NOT_ON_RECORD,
                    "%1$s 疑似电话、证件等号码，日志中没有 / %1$s looks like a telephone's or document's number, and the log has none"
                            .formatted(parameter));
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** What was done to some things, by everybody, oldest first. */
    public Uni<List<AuditRow>> of(List<UUID> subjects, List<Act> acts) {
        String[] ids = subjects.stream().map(UUID::toString).toArray(String[]::new);
        String[] texts = acts.stream().map(Act::text).toArray(String[]::new);
        return pool.preparedQuery(OF_SUBJECT).execute(Tuple.of(ids, texts)).map(AuditLog::rows);
    }

    /** Whether somebody of an area has done this to something. */
    public Uni<Boolean> isDone(SqlConnection transaction, Act act, UUID subject, AreaScope scope) {
        return transaction
                .preparedQuery(IS_DONE)
                .execute(Tuple.of(subject.toString(), act.text(), scope.prefix()))
                .map(rows -> rows.size() > 0);
    }

    /** The next rows of everybody in their order. */
    Uni<List<AuditRow>> after(long seq, int limit) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(seq, limit)).map(AuditLog::rows);
    }

    /** Whether the database keeps this service from changing what is on record. */
    Uni<Boolean> isAppendOnly() {
        return pool.query(IS_APPEND_ONLY)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("held"));
    }

    private static List<AuditRow> rows(RowSet<Row> rows) {
        var found = new ArrayList<AuditRow>(rows.size());
        for (Row row : rows) {
            found.add(new AuditRow(
                    row.getLong("seq"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    row.getString("actor"),
                    row.getString("area"),
                    row.getString("act"),
                    row.getString("subject"),
                    row.getString("purpose"),
                    row.getString("detail"),
                    HexFormat.of().formatHex(row.getBuffer("hash").getBytes())));
        }
        return found;
    }
}
