package io.feverline.benchmarks.registry;

import static org.awaitility.Awaitility.await;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.load.ConsumerGroup;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.events.Topic;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A slice of a day of a whole nation's checkpoints, from gateways through all three services: the time from the first
 * POST until registry-service has stored and alert-service has judged the last of them, and that nothing is lost or
 * there twice.
 */
final class NationalDay {
    /** Readings of a whole nation's checkpoints in a day. */
    private static final double A_DAY = 22_000_000;

    /** In which one machine is to be through with them. */
    private static final Duration ITS_TIME = Duration.ofHours(1);

    private static final String DETECTION_GROUP = "alert-service-detection";
    private static final int IN_BATCH = 100;
    private static final int FEVERISH_ONE_IN = 1_000;
    private static final int PEOPLE = 1_000_000;
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final LocalSystem system;
    private final List<String> keys;

    NationalDay(LocalSystem system, List<String> keys) {
        this.system = system;
        this.keys = keys;
    }

    /** Posts so many readings as fast as the door takes them. */
    Figure measure(int readings) throws InterruptedException, ExecutionException, SQLException {
        long passages = count(Database.REGISTRY, "passage");
        long alerts = count(Database.ALERT, "alert");
        var travellers = new Travellers(FEVERISH_ONE_IN, IN_BATCH, PEOPLE);
        long begin = System.nanoTime();
        try (var load = new Load(system.ports().ingest(), keys, travellers, CONNECTIONS);
                Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
            load.requests(readings / IN_BATCH, PATIENCE);
            load.requireNoFailure("checkpoint-ingest");
            through(new ConsumerGroup(admin, Storing.GROUP, Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL));
            through(new ConsumerGroup(admin, DETECTION_GROUP, Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL));
            await("the last alert")
                    .atMost(PATIENCE)
                    .until(() -> count(Database.ALERT, "alert") - alerts
                            >= travellers.fevers().size());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        // An id is stored once at most, so as many as were posted are those.
        require("passages", count(Database.REGISTRY, "passage") - passages, readings);
        require(
                "alerts",
                count(Database.ALERT, "alert") - alerts,
                travellers.fevers().size());
        return Figure.seconds(
                String.format(
                        Locale.ROOT,
                        "全国一日 %,d readings through the whole system, of %,.0f in an hour; ledger exact",
                        readings,
                        A_DAY),
                took,
                Duration.ofMillis((long) (ITS_TIME.toMillis() * readings / A_DAY)));
    }

    private static void through(ConsumerGroup group) throws InterruptedException, ExecutionException {
        group.awaitCommitted(group.end(), PATIENCE);
    }

    private long count(Database database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(database), Postgres.USER, system.databasePassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void require(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("%,d %s, where there should be %,d".formatted(found, what, expected));
        }
    }
}
