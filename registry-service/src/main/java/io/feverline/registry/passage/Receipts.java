package io.feverline.registry.passage;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.config.ReceiptConfig;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of readings' ids. The first content that comes under an id stays. */
@ApplicationScoped
public class Receipts {
    /** Receipts that one statement forgets: few enough that nobody waits for it. */
    private static final int CHUNK = 5_000;

    private final Pool pool;
    private final Clock clock;
    private final ReceiptConfig config;

    Receipts(Pool pool, Clock clock, ReceiptConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Writes receipts of the ids that are not known yet, in the caller's transaction, and compares the other readings
     * with theirs. One statement; a second when an id is known or is there twice.
     */
    Uni<Claims> claim(SqlConnection transaction, List<Passage> batch) {
        var seen = new HashSet<UUID>();
        var firsts = new ArrayList<Claim>(batch.size());
        var later = new ArrayList<Claim>();
        var digest = new ContentDigest();
        for (Passage passage : batch) {
            var claim = new Claim(passage, digest.of(passage));
            (seen.add(passage.readingId()) ? firsts : later).add(claim);
        }
        return insert(transaction, firsts).chain(fresh -> {
            var first = new ArrayList<Passage>(firsts.size());
            for (Claim claim : firsts) {
                if (fresh.contains(claim.id())) {
                    first.add(claim.passage());
                } else {
                    later.add(claim);
                }
            }
            return later.isEmpty()
                    ? Uni.createFrom().item(new Claims(first, List.of(), 0, 0))
                    : compare(transaction, later, fresh).map(rows -> claims(first, later, rows));
        });
    }

    private Uni<Set<UUID>> insert(SqlConnection transaction, List<Claim> claims) {
        var columns = Columns.of(claims)
                .uuid(Claim::id)
                .time(claim -> claim.passage().measuredAt())
                .time(claim -> claim.passage().receivedAt())
                .text(claim -> claim.passage().place().deviceId())
                .text(claim -> claim.passage().place().checkpointId())
                .text(claim -> claim.passage().place().areaCode())
                .text(claim -> claim.passage().measurement().lane())
                .bytes(Claim::digest)
                .tuple()
                .addOffsetDateTime(now());
        return transaction.preparedQuery(ReceiptSql.CLAIM).execute(columns).map(rows -> {
            var fresh = new HashSet<UUID>();
            rows.forEach(row -> fresh.add(row.getUUID("reading_id")));
            return fresh;
        });
    }

    private static Uni<RowSet<Row>> compare(SqlConnection transaction, List<Claim> again, Set<UUID> fresh) {
        var columns = Columns.of(again)
                .uuid(Claim::id)
                .time(claim -> claim.passage().measuredAt())
                .time(claim -> claim.passage().receivedAt())
                .bytes(Claim::digest)
                .bool(claim -> fresh.contains(claim.id()));
        return transaction.preparedQuery(ReceiptSql.COMPARE).execute(columns.tuple());
    }

    private static Claims claims(List<Passage> fresh, List<Claim> again, RowSet<Row> compared) {
        var repeated = new ArrayList<Passage>();
        int reused = 0;
        for (Row row : compared) {
            if (row.getBoolean("other")) {
                reused++;
            } else if (row.getBoolean("repeated")) {
                repeated.add(again.get(row.getLong("position").intValue() - 1).passage());
            }
        }
        return new Claims(fresh, repeated, again.size() - reused, reused);
    }

    /** A reading's receipt; fails with a {@link Rejection} if there is none that the caller may see. */
    public Uni<Receipt> get(UUID readingId, AreaScope scope) {
        return pool.preparedQuery(ReceiptSql.FIND)
                .execute(Tuple.of(readingId, scope.prefix()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Rejection(
                                Reason.NOT_FOUND, "您的辖区内没有此读数的回执 / there is no receipt of this reading in your area");
                    }
                    return receipt(rows.iterator().next());
                });
    }

    /** Forgets receipts that are older than they have to be, a bounded number. Gives how many. */
    Uni<Integer> forgetSome() {
        return pool.preparedQuery(ReceiptSql.FORGET)
                .execute(Tuple.of(now().minus(Duration.ofDays(config.days())), CHUNK))
                .map(SqlResult::rowCount);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Receipt receipt(Row row) {
        @Nullable OffsetDateTime reusedAt = row.getOffsetDateTime("reused_at");
        return new Receipt(
                row.getUUID("reading_id"),
                row.getOffsetDateTime("measured_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getOffsetDateTime("stored_at").toInstant(),
                row.getString("device_id"),
                row.getString("checkpoint_id"),
                row.getString("area_code"),
                row.getString("lane"),
                row.getInteger("reused"),
                reusedAt == null ? null : reusedAt.toInstant());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Claim(Passage passage, byte[] digest) {
        UUID id() {
            return passage.readingId();
        }
    }
}
