package io.feverline.registry.sequence;

import io.feverline.registry.config.DeviceFactConfig;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.outbox.OutboxEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells other services how devices' sequences stand, each device no more often than the configured pause allows. */
@ApplicationScoped
public class DeviceFacts {
    /** Boots that one round looks at. */
    private static final int ROUND = 1_000;

    private final Pool pool;
    private final Outbox outbox;
    private final SequenceEvents events;
    private final Clock clock;
    private final DeviceFactConfig config;

    DeviceFacts(Pool pool, Outbox outbox, SequenceEvents events, Clock clock, DeviceFactConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Tells what has changed. Two statements, so that the sums are read after the rows are locked: what comes later is
     * told the next time.
     *
     * @return how many devices were told of
     */
    Uni<Integer> tell() {
        Instant now = clock.instant();
        var lastToldBefore = now.minus(config.pause()).atOffset(ZoneOffset.UTC);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(SequenceSql.DUE)
                .execute(Tuple.of(lastToldBefore, ROUND))
                .chain(rows -> {
                    var devices = new TreeSet<String>();
                    rows.forEach(row -> devices.add(row.getString("device_id")));
                    return devices.isEmpty()
                            ? Uni.createFrom().item(0)
                            : tell(transaction, devices.toArray(String[]::new), now);
                }));
    }

    private Uni<Integer> tell(SqlConnection transaction, String[] devices, Instant now) {
        return transaction
                .preparedQuery(SequenceSql.TELL)
                .execute(Tuple.of(devices, now.atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    List<OutboxEntry> changes = new ArrayList<>(rows.size());
                    rows.forEach(row -> changes.add(events.changed(totals(row))));
                    return changes.isEmpty()
                            ? Uni.createFrom().item(0)
                            : outbox.add(transaction, changes).replaceWith(changes.size());
                });
    }

    private static SequenceTotals totals(Row row) {
        return new SequenceTotals(
                row.getString("device_id"),
                row.getLong("missing"),
                row.getInteger("gaps"),
                row.getLong("duplicates"),
                row.getLong("replays"),
                row.getOffsetDateTime("last_heard_at").toInstant(),
                row.getLong("version"));
    }
}
