package io.feverline.registry.sequence;

import io.feverline.registry.postgres.Columns;
import io.feverline.registry.sequence.BootSequence.Gap;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which numbered readings have arrived, as one set of ranges per boot. What a device can make it keep is bounded,
 * whatever it sends: of more gaps or boots than the limits the oldest are forgotten, and absurd numbers are not
 * entered.
 */
@ApplicationScoped
public class GapLedger {
    /** Per boot; an outage is one gap, so this many are a device that counts wrong. */
    static final int MOST_GAPS = 500;

    /** Per device. */
    static final int MOST_BOOTS = 50;

    private final Pool pool;

    GapLedger(Pool pool) {
        this.pool = pool;
    }

    /**
     * Enters readings in the caller's transaction, best as the last thing in it: the rows of devices are those that
     * concurrent batches share.
     */
    public Uni<Void> enter(SqlConnection transaction, List<Numbered> readings) {
        var plausible = readings.stream().filter(Numbered::isPlausible).toList();
        if (plausible.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(plausible)
                .text(Numbered::deviceId)
                .text(Numbered::bootId)
                .bigint(Numbered::seq)
                .time(Numbered::receivedAt)
                .bool(Numbered::fresh)
                .tuple()
                .addInteger(MOST_GAPS);
        return transaction
                .preparedQuery(SequenceSql.ENTER)
                .execute(columns)
                .chain(rows -> forgetOldBoots(transaction, rows));
    }

    private static Uni<Void> forgetOldBoots(SqlConnection transaction, RowSet<Row> entered) {
        var devices = new TreeSet<String>();
        for (Row row : entered) {
            if (row.getBoolean("new_boot")) {
                devices.add(row.getString("device_id"));
            }
        }
        return devices.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SequenceSql.FORGET)
                        .execute(Tuple.of(devices.toArray(String[]::new), MOST_BOOTS))
                        .replaceWithVoid();
    }

    /** What has arrived of a device, newest boot first. */
    public Uni<List<BootSequence>> of(String deviceId) {
        return pool.preparedQuery(SequenceSql.OF_DEVICE)
                .execute(Tuple.of(deviceId, MOST_BOOTS))
                .map(rows -> {
                    var boots = new ArrayList<BootSequence>(rows.size());
                    rows.forEach(row -> boots.add(boot(row)));
                    return boots;
                });
    }

    private static BootSequence boot(Row row) {
        Long[] from = row.getArrayOfLongs("gaps_from");
        Long[] to = row.getArrayOfLongs("gaps_to");
        var gaps = new ArrayList<Gap>(from.length);
        for (int i = 0; i < from.length; i++) {
            gaps.add(new Gap(from[i], to[i]));
        }
        return new BootSequence(
                row.getString("boot_id"),
                row.getLong("highest"),
                row.getLong("counted_from"),
                row.getLong("missing"),
                gaps,
                row.getLong("duplicates"),
                row.getLong("replays"),
                row.getOffsetDateTime("first_heard_at").toInstant(),
                row.getOffsetDateTime("last_heard_at").toInstant());
    }
}
