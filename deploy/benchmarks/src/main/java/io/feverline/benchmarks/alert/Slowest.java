package io.feverline.benchmarks.alert;

import static java.util.Objects.requireNonNull;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Where the slowest of the fevers spent their time: on the way to the door, from there until the transaction that
 * stored them began, and from then until they stood on the stream. All clocks are this machine's.
 */
final class Slowest {
    private static final String STORED =
            "SELECT reading_id, received_at, raised_at FROM alert WHERE reading_id = ANY (?)";
    private static final int ONE_IN = 20;

    private record Way(Instant due, Instant received, Instant raised, Instant seen) {
        Duration toDoor() {
            return Duration.between(due, received);
        }

        Duration toDatabase() {
            return Duration.between(received, raised);
        }

        Duration toStream() {
            return Duration.between(raised, seen);
        }

        Duration whole() {
            return Duration.between(due, seen);
        }
    }

    private final List<Way> ways;
    private final Instant begin;

    private Slowest(List<Way> ways, Instant begin) {
        this.ways = ways;
        this.begin = begin;
    }

    /**
     * The slowest twentieth.
     *
     * @param due when each reading was to be sent
     * @param seen when each stood on the stream
     */
    static Slowest of(LocalSystem system, Map<String, Instant> due, Map<String, Instant> seen) throws SQLException {
        List<Way> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(Database.ALERT), Postgres.USER, system.databasePassword());
                PreparedStatement stored = connection.prepareStatement(STORED)) {
            stored.setArray(1, connection.createArrayOf("uuid", due.keySet().toArray()));
            try (ResultSet rows = stored.executeQuery()) {
                while (rows.next()) {
                    String reading = rows.getString(1);
                    all.add(new Way(
                            requireNonNull(due.get(reading)),
                            time(rows, 2),
                            time(rows, 3),
                            requireNonNull(seen.get(reading))));
                }
            }
        }
        all.sort(Comparator.comparing(Way::whole).reversed());
        Instant begin = due.values().stream().min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return new Slowest(all.subList(0, Math.min(all.size(), Math.max(1, all.size() / ONE_IN))), begin);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Medians and maxima of the parts in ms, and in which seconds of the run these readings were due. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "  最慢的 slowest %d: → 入口 door %s, → 入库 stored %s, → 推送 stream %s ms (p50/max); 秒 due in seconds %s",
                ways.size(),
                millis(Way::toDoor),
                millis(Way::toDatabase),
                millis(Way::toStream),
                ways.stream()
                        .map(way -> Duration.between(begin, way.due()).toSeconds())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private String millis(Function<Way, Duration> part) {
        var micros = new Histogram(3);
        ways.forEach(way -> micros.recordValue(Math.max(0, part.apply(way).toNanos() / 1_000)));
        return String.format(
                Locale.ROOT, "%.0f/%.0f", micros.getValueAtPercentile(50) / 1e3, micros.getMaxValue() / 1e3);
    }
}
