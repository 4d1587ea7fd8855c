package io.feverline.registry.bulletin;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.statistics.DayOfArea;
import io.feverline.registry.statistics.Statistics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Publishes bulletins, and finds what was published. A bulletin is for everybody who looks after a part of its area:
 * it is published, and has figures alone.
 */
@ApplicationScoped
public class Bulletins {
    /** The area's significant digits are those that its code has before zeros that only fill it up. */
    private static final String VISIBLE = "(starts_with($1, prefix) OR starts_with(prefix, $1))";

    private static final String PREFIX = "CASE WHEN length(area_code) = 6 THEN regexp_replace(area_code, '(00)+$', '')"
            + " ELSE area_code END AS prefix";

    private static final String PAGE = """
            SELECT DISTINCT ON (day, area_code) *
            FROM (SELECT *, %s FROM bulletin WHERE day <= $2) AS b
            WHERE %s AND (day < $2 OR area_code > $3)
            ORDER BY day DESC, area_code, edition DESC
            LIMIT $4
            """.formatted(PREFIX, VISIBLE);

    private static final String EDITIONS = """
            SELECT * FROM (SELECT *, %s FROM bulletin WHERE area_code = $2 AND day = $3) AS b
            WHERE %s
            ORDER BY edition
            """.formatted(PREFIX, VISIBLE);

    private static final String INSERT = """
            INSERT INTO bulletin (area_code, day, edition, figures, words, published_by, published_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT DO NOTHING
            """;

    private final Pool pool;
    private final Statistics statistics;
    private final AuditLog audit;
    private final Clock clock;

    Bulletins(Pool pool, Statistics statistics, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.statistics = statistics;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last edition of each, the newest day first. */
    public Uni<Page<Bulletin, BulletinCursor>> page(AreaScope reader, BulletinCursor after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(reader.prefix(), after.day(), after.area(), limit + 1))
                .map(rows -> Page.of(
                        bulletins(rows),
                        limit,
                        last -> new BulletinCursor(last.id().day(), last.id().area())));
    }

    /** All editions of one, the first first; fails with a {@link Rejection} if there is none that the reader may see. */
    public Uni<List<Bulletin>> editions(BulletinId id, AreaScope reader) {
        return editionsOrNone(id, reader).invoke(editions -> {
            if (editions.isEmpty()) {
                throw new Rejection(Reason.NOT_FOUND, "没有此通报 / there is no such bulletin");
            }
        });
    }

    private Uni<List<Bulletin>> editionsOrNone(BulletinId id, AreaScope reader) {
        return pool.preparedQuery(EDITIONS)
                .execute(Tuple.of(reader.prefix(), id.area(), id.day()))
                .map(Bulletins::bulletins);
    }

    /** How many editions of one there are; also 0. */
    public Uni<Integer> countEditions(BulletinId id, AreaScope reader) {
        return editionsOrNone(id, reader).map(List::size);
    }

    /** What would be published of a day now; fails with a {@link Rejection} if the area is not the reader's. */
    public Uni<DayOfArea> draft(BulletinId id, AreaScope reader) {
        requireOwn(id, reader);
        return statistics.day(id.area(), id.day(), reader);
    }

    /**
     * Freezes a day's figures; fails with a {@link Rejection} if the area is not the publisher's, if the day has not
     * ended, or if it is published already, unless this is a correction of what the publisher has seen.
     *
     * @param words null for none; of a correction, why
     * @param seen whether the publisher has seen an edition; null for a bulletin that is not published yet
     */
    public Uni<Bulletin> publish(BulletinId id, @Nullable String words, @Nullable LongPredicate seen, Actor publisher) {
        Instant now = clock.instant();
        requireOwn(id, publisher.scope());
        if (now.isBefore(id.day().plusDays(1).atStartOfDay(ShiftPlan.COUNTY).toInstant())) {
            throw new Rejection(Reason.TIME_NOT_POSSIBLE, "当日尚未结束 / the day has not ended yet");
        }
        return editionsOrNone(id, publisher.scope())
                .chain(editions -> {
                    int edition = next(editions, seen);
                    return draft(id, publisher.scope())
                            .map(figures -> new Bulletin(id, edition, figures, words, publisher.subject(), now));
                })
                .chain(bulletin -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(row(bulletin))
                        .invoke(inserted -> requireUnchanged(inserted.rowCount() == 1))
                        .call(() -> audit.append(
                                transaction,
                                new Deed(publisher, Act.BULLETIN_PUBLISH, id).with("edition " + bulletin.edition())))
                        .replaceWith(bulletin)));
    }

    private static void requireOwn(BulletinId id, AreaScope scope) {
        if (!id.isIn(scope)) {
            throw new Rejection(Reason.AREA_OUTSIDE, "该区划不在您的辖区内 / the area is not one that you look after");
        }
    }

    private static int next(List<Bulletin> editions, @Nullable LongPredicate seen) {
        int current = editions.size();
        if (current > 0 && seen == null) {
            throw new Rejection(
                    Reason.IF_MATCH_NEEDED,
                    "已发布过，更正请以 If-Match 给出所见的版次 / it is published; name the edition that is corrected");
        }
        requireUnchanged(seen == null || seen.test(current));
        return current + 1;
    }

    private static void requireUnchanged(boolean unchanged) {
        if (!unchanged) {
            throw Rejection.changed(null);
        }
    }

    private static Tuple row(Bulletin bulletin) {
        return Tuple.tuple()
                .addString(bulletin.id().area())
                .addLocalDate(bulletin.id().day())
                .addInteger(bulletin.edition())
                .addValue(JsonObject.mapFrom(bulletin.figures()))
                .addString(bulletin.words())
                .addString(bulletin.publishedBy())
                .addOffsetDateTime(bulletin.publishedAt().atOffset(ZoneOffset.UTC));
    }

    private static List<Bulletin> bulletins(RowSet<Row> rows) {
        var bulletins = new ArrayList<Bulletin>(rows.size());
        for (Row row : rows) {
            bulletins.add(new Bulletin(
                    new BulletinId(row.getString("area_code"), row.getLocalDate("day")),
                    row.getInteger("edition"),
                    row.getJsonObject("figures").mapTo(DayOfArea.class),
                    row.getString("words"),
                    row.getString("published_by"),
                    row.getOffsetDateTime("published_at").toInstant()));
        }
        return bulletins;
    }
}
