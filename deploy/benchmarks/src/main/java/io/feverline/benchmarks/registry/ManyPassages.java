package io.feverline.benchmarks.registry;

import io.feverline.events.identity.BlindIndex;
import io.feverline.ingest.events.DocumentType;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A county's passages of the last twenty days, as registry-service stores them.
 *
 * <p>Two hundred checkpoints, evenly, from five in the morning to eleven at night; six in ten people show papers; four
 * readings in ten are of coaches with fifty seats, three of cars. Besides there are coaches whose fifty passengers, all
 * with papers, ride to work and back each day, measured when they get in and when they get out.
 *
 * @param travellers some of those who have passed in the last 13 days
 * @param passports of the same, in the same order
 * @param plates of some of the vehicles that have
 * @param days that are past and full
 */
record ManyPassages(List<UUID> travellers, List<String> passports, List<String> plates, List<LocalDate> days) {
    /** Coaches with the same passengers each day. */
    static final int COACHES = 100;

    /** Of each of them. */
    static final int SEATS = 50;

    private static final int DAYS = 20;
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
    private static final int READINGS_OF_EACH = 10;
    private static final double WITH_PAPERS = 0.6;
    private static final long COACH_NUMBERS = 1L << 32;

    private static final String COLUMNS = """
            INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                clock_ahead, temperature, mode, site, device_offset, seq, boot_id, traveller_id, origin_area,
                destination_area, vehicle_id, trip, seat)
            SELECT gen_random_uuid(), at, at + interval '1 second', 'gate-' || gate || '-a', 'gate-' || gate,
                '360322' || lpad((101 + gate % 12)::text, 3, '0'), 'LIVE', false, 36000 + n % 1000, 'BODY',
                'FOREHEAD', 300, n, '2020-01-20', lpad(to_hex(traveller), 32, '0')::uuid,
                CASE WHEN traveller IS NOT NULL THEN '420100' END, CASE WHEN traveller IS NOT NULL THEN '360322' END,
                lpad(to_hex(vehicle), 32, '0')::uuid, trip, seat
            """;

    /** Fifty readings in a row are of one group: four groups in ten of a coach, the others of single people. */
    private static final String A_DAY = COLUMNS + """
            FROM generate_series(0, ?::bigint - 1) n,
                LATERAL (SELECT ?::timestamptz + interval '5 hours' + n * (interval '18 hours' / ?) AS at,
                    n / 50 % 10 < 4 AS coach, random() < 0.6 AS papers) r,
                LATERAL (SELECT CASE WHEN coach THEN n / 50 * 31 % 200 ELSE (n * 7919) % 200 END AS gate,
                    CASE WHEN papers THEN floor(random() * ?)::bigint END AS traveller,
                    CASE WHEN coach THEN 1000000 + n / 50
                        WHEN n % 2 = 0 THEN 2000000 + floor(random() * 300000)::bigint END AS vehicle,
                    CASE WHEN coach THEN 'K' || n / 50 % 97 END AS trip,
                    CASE WHEN coach THEN 1 + n % 50 / 4 || chr((65 + n % 4)::integer) END AS seat) p
            """;

    /** Four times a day each coach's passengers are measured, in five minutes. */
    private static final String COMMUTERS_OF_A_DAY = COLUMNS + """
            FROM generate_series(0, ?::bigint - 1) c, generate_series(0, 3) leg, generate_series(0, 49) n,
                LATERAL (SELECT ?::timestamptz + interval '6 hours' + c * interval '1 minute' + n * interval '6 seconds'
                        + (ARRAY[interval '0', interval '90 min', interval '11 h', interval '750 min'])[leg + 1] AS at,
                    c * 2 % 200 + CASE WHEN leg IN (1, 2) THEN 1 ELSE 0 END AS gate,
                    (1::bigint << 32) + c * 50 + n AS traveller, 1900000 + c AS vehicle,
                    'W' || c || CASE WHEN leg < 2 THEN '-1' ELSE '-2' END AS trip,
                    1 + n / 4 || chr((65 + n % 4)::integer) AS seat) p
            """;

    private static final String SOME = """
            SELECT DISTINCT %1$s FROM passage TABLESAMPLE BERNOULLI (1)
            WHERE %1$s IS NOT NULL AND measured_at > now() - interval '13 days'
            LIMIT ?
            """;

    private static final String TRAVELLERS = """
            INSERT INTO traveller (id, token, document_type, document_valid, first_seen_at, last_seen_at)
            SELECT id, coalesce(token, 'somebody-' || id), 'PASSPORT', true, now() - interval '20 days', now()
            FROM (SELECT DISTINCT traveller_id AS id FROM passage WHERE traveller_id IS NOT NULL) AS people
            LEFT JOIN unnest(?::uuid[], ?::text[]) AS known (id, token) USING (id)
            """;

    private static final String VEHICLES = """
            INSERT INTO vehicle (id, token, plate_prefix, plate_valid, kind, first_seen_at, last_seen_at)
            SELECT id, coalesce(token, 'some-' || id), '赣J', true, 'CAR', now() - interval '20 days', now()
            FROM (SELECT DISTINCT vehicle_id AS id FROM passage WHERE vehicle_id IS NOT NULL) AS vehicles
            LEFT JOIN unnest(?::uuid[], ?::text[]) AS known (id, token) USING (id)
            """;

    private static final String TALLIES = """
            INSERT INTO tally (hour, area_code, checkpoint_id, screened, rechecked, with_papers)
            SELECT date_trunc('hour', measured_at, 'UTC'), area_code, checkpoint_id, count(*), 0, count(traveller_id)
            FROM passage GROUP BY 1, 2, 3
            ON CONFLICT DO NOTHING
            """;

    /**
     * What questions need, as a server has it in memory that is asked all day: after filling, the oldest days' indexes are
     * not, though there is room for all.
     */
    private static final String READ = """
            SELECT count(pg_prewarm(oid, 'read')) FROM pg_class
            WHERE relkind IN ('r', 'i')
                AND relname ~ '^(passage_[0-9]+(_(traveller|vehicle)_.*)?|(traveller|vehicle|tally)(_.*)?)$'
            """;

    /** Fills the database, and gives so many of those who are in it. */
    static ManyPassages fill(LocalSystem system, int passages, int some) throws SQLException, InterruptedException {
        try (Connection connection = connect(system);
                Statement statement = connection.createStatement()) {
            // What was stored before, by other measurements.
            statement.execute("TRUNCATE passage, receipt, traveller, vehicle, tally CASCADE");
            LocalDate today = LocalDate.now(COUNTY);
            List<LocalDate> days = today.minusDays(DAYS).datesUntil(today).toList();
            for (LocalDate day : days) {
                statement.execute("SELECT ensure_passage_partition('" + day + "')");
            }
            // Else there would be a checkpoint each few seconds.
            statement.execute("ALTER SYSTEM SET max_wal_size = '8GB'");
            statement.execute("SELECT pg_reload_conf()");
            fill(system, days, passages);
            statement.execute("ALTER SYSTEM RESET max_wal_size");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute(TALLIES);
            var index = BlindIndex.load(system.keysets().token());
            List<UUID> travellers = some(connection, "traveller_id", some);
            List<String> passports = numbers(travellers.size(), "E%08d");
            insert(
                    connection,
                    TRAVELLERS,
                    travellers,
                    passports,
                    number -> index.traveller(DocumentType.PASSPORT, number));
            List<UUID> vehicles = some(connection, "vehicle_id", some);
            List<String> plates = numbers(vehicles.size(), "赣J%05d");
            insert(connection, VEHICLES, vehicles, plates, index::vehicle);
            // What autovacuum would do within minutes.
            statement.execute("VACUUM ANALYZE passage, traveller, vehicle, tally");
            statement.execute("CHECKPOINT");
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm");
            statement.execute(READ);
            return new ManyPassages(travellers, passports, plates, days);
        }
    }

    private static List<String> numbers(int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format(Locale.ROOT, format, number))
                .toList();
    }

    private static void insert(
            Connection connection, String sql, List<UUID> ids, List<String> numbers, UnaryOperator<String> token)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf("text", numbers.stream().map(token).toArray()));
            statement.execute();
        }
    }

    private static List<UUID> some(Connection connection, String column, int count) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SOME.formatted(column))) {
            statement.setInt(1, count);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private static Connection connect(LocalSystem system) throws SQLException {
        return DriverManager.getConnection(system.jdbcUrl(Database.REGISTRY), Postgres.USER, system.databasePassword());
    }

    /** On as many cores as there are. */
    private static void fill(LocalSystem system, List<LocalDate> days, int passages)
            throws SQLException, InterruptedException {
        int readings = passages / DAYS - COACHES * SEATS * 4;
        int travellers = (int) (passages * WITH_PAPERS / READINGS_OF_EACH);
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<Void>> work = days.stream()
                    .<Callable<Void>>map(day -> () -> {
                        try (Connection connection = connect(system)) {
                            fill(connection, day, readings, travellers);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : cores.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("the passages could not be written", e);
        } finally {
            cores.shutdownNow();
        }
    }

    private static void fill(Connection connection, LocalDate day, int readings, int travellers) throws SQLException {
        String midnight = day.atStartOfDay(COUNTY).toOffsetDateTime().toString();
        try (PreparedStatement others = connection.prepareStatement(A_DAY);
                PreparedStatement commuters = connection.prepareStatement(COMMUTERS_OF_A_DAY)) {
            others.setLong(1, readings);
            others.setString(2, midnight);
            others.setInt(3, readings);
            others.setInt(4, travellers);
            others.execute();
            commuters.setLong(1, COACHES);
            commuters.setString(2, midnight);
            commuters.execute();
        }
    }

    /** The id of one who rides a coach each day. */
    UUID passenger(int coach, int seat) {
        return new UUID(0, COACH_NUMBERS + (long) coach * SEATS + seat);
    }
}
