package io.feverline.registry.device;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.bulk.BulkTable;
import io.feverline.registry.bulk.Stock;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.Residents;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices a set at a time. Keys are neither in a document nor changed by one. */
@ApplicationScoped
public class DeviceTable implements BulkTable<Device>, Residents {
    private static final String COLUMNS =
            "d.id, d.checkpoint_id, d.site, d.mode, d.offset_mc, d.calibration_due, d.version";
    private static final String DEVICES =
            "SELECT " + COLUMNS + ", c.area_code FROM device d JOIN checkpoint c ON c.id = d.checkpoint_id ";

    /** Checkpoints before devices, each in one order, so that two who hold several never wait for each other. */
    private static final String HOLD_CHECKPOINTS =
            "SELECT id, area_code FROM checkpoint WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE";

    private static final String HOLD = DEVICES + "WHERE d.id = ANY ($1) ORDER BY d.id FOR UPDATE OF d";
    private static final String PAGE =
            DEVICES + "WHERE d.id > $1 AND starts_with(c.area_code, $2) ORDER BY d.id LIMIT $3";
    private static final String KEYS =
            "SELECT device_id, hash, drawn_at FROM device_key WHERE device_id = ANY ($1) ORDER BY drawn_at NULLS FIRST";

    /** Leaves what is not of the version before, and what has been added since it was looked for. */
    private static final String WRITE = """
            INSERT INTO device AS d (id, checkpoint_id, site, mode, offset_mc, calibration_due, version)
            SELECT id, checkpoint_id, site, mode, offset_mc, calibration_due, version
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::date[], $7::bigint[])
                AS i (id, checkpoint_id, site, mode, offset_mc, calibration_due, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE
                SET checkpoint_id = excluded.checkpoint_id, site = excluded.site, mode = excluded.mode,
                    offset_mc = excluded.offset_mc, calibration_due = excluded.calibration_due,
                    version = excluded.version
                WHERE d.version = excluded.version - 1
            """;

    private static final String COUNT_UP =
            "UPDATE device d SET version = d.version + 1 WHERE d.checkpoint_id = ANY ($1) RETURNING " + COLUMNS;

    private final Pool pool;
    private final DeviceEvents events;

    DeviceTable(Pool pool, DeviceEvents events) {
        this.pool = pool;
        this.events = events;
    }

    @Override
    public Uni<Stock<Device>> look(SqlConnection transaction, List<Device> rows, Actor actor) {
        return transaction
                .preparedQuery(HOLD_CHECKPOINTS)
                .execute(Columns.of(rows).text(Device::checkpointId).tuple())
                .chain(checkpoints -> transaction
                        .preparedQuery(HOLD)
                        .execute(Columns.of(rows).text(Device::id).tuple())
                        .chain(held -> withKeys(transaction, held)
                                .map(devices ->
                                        new DeviceStock(devices, areas(held), areas(checkpoints), actor.scope()))));
    }

    /** The devices at the checkpoints of an area in order of id, after a given id; without their keys. */
    public Uni<List<Device>> page(AreaScope scope, String after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, scope.prefix(), limit))
                .map(rows -> devices(rows, Map.of()));
    }

    @Override
    public Uni<List<OutboxEntry>> moved(SqlConnection transaction, List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<String, String> areas = new HashMap<>();
        checkpoints.forEach(checkpoint -> areas.put(checkpoint.id(), checkpoint.areaCode()));
        return transaction
                .preparedQuery(COUNT_UP)
                .execute(Columns.of(checkpoints).text(Checkpoint::id).tuple())
                .chain(rows -> withKeys(transaction, rows))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(devices -> entries(devices, areas));
    }

    private List<OutboxEntry> entries(List<Device> devices, Map<String, String> areas) {
        return devices.stream()
                .map(device -> events.registered(device, areas.getOrDefault(device.checkpointId(), "")))
                .toList();
    }

    private static Uni<List<Device>> withKeys(SqlClient client, RowSet<Row> rows) {
        String[] ids = new String[rows.size()];
        int i = 0;
        for (Row row : rows) {
            ids[i++] = row.getString("id");
        }
        return client.preparedQuery(KEYS)
                .execute(Tuple.of(ids))
                .map(DeviceTable::keys)
                .map(keys -> devices(rows, keys));
    }

    private static Map<String, List<LiveKey>> keys(RowSet<Row> rows) {
        Map<String, List<LiveKey>> keys = new HashMap<>();
        for (Row row : rows) {
            OffsetDateTime drawnAt = row.getOffsetDateTime("drawn_at");
            keys.computeIfAbsent(row.getString("device_id"), id -> new ArrayList<>())
                    .add(new LiveKey(row.getBuffer("hash").getBytes(), drawnAt == null ? null : drawnAt.toInstant()));
        }
        return keys;
    }

    private static List<Device> devices(RowSet<Row> rows, Map<String, List<LiveKey>> keys) {
        List<Device> devices = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String id = row.getString("id");
            var device = new Device(
                    id,
                    row.getString("checkpoint_id"),
                    MeasuringSite.valueOf(row.getString("site")),
                    MeasuringMode.valueOf(row.getString("mode")),
                    row.getInteger("offset_mc"));
            device.calibrate(row.getLocalDate("calibration_due"));
            devices.add(device.with(keys.getOrDefault(id, List.of()), row.getLong("version")));
        }
        return devices;
    }

    private static Map<String, String> areas(RowSet<Row> rows) {
        Map<String, String> areas = new HashMap<>();
        rows.forEach(row -> areas.put(row.getString("id"), row.getString("area_code")));
        return areas;
    }

    private final class DeviceStock implements Stock<Device> {
        private final Map<String, Device> held = new HashMap<>();
        private final Map<String, String> areas;
        private final Map<String, String> checkpoints;
        private final AreaScope scope;

        /**
         * @param areas of the devices that are held
         * @param checkpoints the areas of those that rows name
         */
        private DeviceStock(
                List<Device> held, Map<String, String> areas, Map<String, String> checkpoints, AreaScope scope) {
            held.forEach(device -> this.held.put(device.id(), device));
            this.areas = areas;
            this.checkpoints = checkpoints;
            this.scope = scope;
        }

        @Override
        public @Nullable Device stored(Device row) {
            return isIn(scope, areas.get(row.id())) ? held.get(row.id()) : null;
        }

        @Override
        public @Nullable Refusal refusal(Device row) {
            if (held.containsKey(row.id()) && stored(row) == null) {
                return new Refusal(
                        "id", new Rejection(Reason.ALREADY_EXISTS, "此编号的设备在其他辖区 / this id is taken in another area"));
            }
            return isIn(scope, checkpoints.get(row.checkpointId()))
                    ? null
                    : new Refusal("checkpoint_id", Devices.unknownCheckpoint());
        }

        private static boolean isIn(AreaScope scope, @Nullable String area) {
            return area != null && scope.includes(area);
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<Device> rows) {
            var columns = Columns.of(rows)
                    .text(Device::id)
                    .text(Device::checkpointId)
                    .name(Device::site)
                    .name(Device::mode)
                    .integer(Device::offset)
                    .day(Device::calibrationDue)
                    .bigint(Device::version);
            List<OutboxEntry> entries = entries(rows, checkpoints);
            return transaction
                    .preparedQuery(WRITE)
                    .execute(columns.tuple())
                    .invoke(written -> Stock.requireAll(written, rows))
                    .replaceWith(entries);
        }
    }
}
