package io.feverline.benchmarks.registry;

import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * The oldest day, dropped as registry-service does, while others store passages of today without a pause.
 *
 * @param passages of the day
 * @param took from the first try on
 * @param tries the last one included
 * @param waits of those who store, for the lock that storing begins with, µs
 * @param batches how long they took as a whole, µs
 */
record DroppedDay(long passages, Duration took, int tries, Histogram waits, Histogram batches) {
    private static final int WRITERS = 4;
    private static final int BATCH = 500;
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String OLDEST = """
            SELECT min(to_date(right(relname, 8), 'YYYYMMDD')) FROM pg_class
            WHERE relkind = 'r' AND relname ~ '^passage_[0-9]{8}$'
            """;

    /** The lock that an INSERT takes first. */
    private static final String BEGIN_TO_STORE = "LOCK TABLE ONLY passage IN ROW EXCLUSIVE MODE";

    private static final String STORE = """
            INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                clock_ahead, temperature, mode, site, device_offset)
            SELECT gen_random_uuid(), now(), now(), 'gate-1-a', 'gate-1', '360322101', 'LIVE', false, 36500, 'BODY',
                'FOREHEAD', 300
            FROM generate_series(1, %d)
            """.formatted(BATCH);

    /** Drops it. */
    static DroppedDay drop(LocalSystem system) throws SQLException, InterruptedException, ExecutionException {
        var stop = new AtomicBoolean();
        var waits = new Recorder(3);
        var batches = new Recorder(3);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (Connection connection = connect(system)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> {
                    store(system, stop, waits, batches);
                    return null;
                }));
            }
            TimeUnit.NANOSECONDS.sleep(BEFORE.toNanos());
            LocalDate day = oldest(connection);
            waits.reset();
            batches.reset();
            var attempt = new Attempt(connection, day);
            long begin = System.nanoTime();
            await("a moment in which nobody stores")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .atMost(PATIENCE)
                    .until(attempt::isDone);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            stop.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
            return new DroppedDay(
                    attempt.passages,
                    took,
                    attempt.tries,
                    waits.getIntervalHistogram(),
                    batches.getIntervalHistogram());
        } finally {
            stop.set(true);
            threads.shutdown();
        }
    }

    private static final class Attempt {
        private final Connection connection;
        private final LocalDate day;
        private int tries;
        private long passages;

        Attempt(Connection connection, LocalDate day) {
            this.connection = connection;
            this.day = day;
        }

        boolean isDone() throws SQLException {
            tries++;
            try (PreparedStatement drop = connection.prepareStatement("SELECT drop_passage_partition(?)")) {
                drop.setObject(1, day);
                try (ResultSet rows = drop.executeQuery()) {
                    rows.next();
                    passages = rows.getLong(1);
                    return true;
                }
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        }
    }

    private static void store(LocalSystem system, AtomicBoolean stop, Recorder waits, Recorder batches)
            throws SQLException {
        try (Connection connection = connect(system);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                // Begins the transaction, so that what is timed is the wait alone.
                statement.execute("SELECT 1");
                long begin = System.nanoTime();
                statement.execute(BEGIN_TO_STORE);
                waits.recordValue((System.nanoTime() - begin) / 1_000);
                statement.execute(STORE);
                connection.commit();
                batches.recordValue((System.nanoTime() - begin) / 1_000);
            }
        }
    }

    private static LocalDate oldest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OLDEST)) {
            rows.next();
            return rows.getObject(1, LocalDate.class);
        }
    }

    private static Connection connect(LocalSystem system) throws SQLException {
        return DriverManager.getConnection(system.jdbcUrl(Database.REGISTRY), Postgres.USER, system.databasePassword());
    }
}
