package io.feverline.registry.journey;

import io.feverline.registry.Rejection;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.JourneyConfig;
import io.feverline.registry.journey.rule.Gate;
import io.feverline.registry.journey.rule.Journey;
import io.feverline.registry.journey.rule.JourneyRules;
import io.feverline.registry.journey.rule.Pass;
import io.feverline.registry.journey.rule.Position;
import io.feverline.registry.journey.rule.Stays;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins what is stored of a traveller or a vehicle into journeys. */
@ApplicationScoped
public class Journeys {
    private static final String OF_TRAVELLER = newest("traveller_id", "same_person($1)");
    private static final String OF_VEHICLE = newest("vehicle_id", "(SELECT $1::uuid)");

    private final Pool pool;
    private final PassageHistory history;
    private final AuditLog audit;
    private final JourneyConfig config;
    private final JourneyRules travellers;
    private final JourneyRules vehicles;

    Journeys(Pool pool, PassageHistory history, AuditLog audit, JourneyConfig config) {
        this.pool = pool;
        this.history = history;
        this.audit = audit;
        this.config = config;
        travellers = new JourneyRules(config.gap(), config.leastTransit(), config.travellersTopSpeed());
        vehicles = new JourneyRules(config.gap(), config.leastTransit(), config.vehiclesTopSpeed());
    }

    /**
     * The journeys that passages in the caller's area tell of; fails with a {@link Rejection} if there are none, at any
     * time. That it was asked is on record.
     */
    public Uni<Travelled> of(JourneyQuery query) {
        boolean ofTraveller = query.of() == PassageHistory.Of.TRAVELLER;
        return pool.withTransaction(transaction -> history.requireVisible(
                        transaction, query.of(), query.subject(), query.reader().scope())
                .chain(() -> transaction
                        .preparedQuery(ofTraveller ? OF_TRAVELLER : OF_VEHICLE)
                        .execute(Tuple.tuple()
                                .addUUID(query.subject())
                                .addString(query.reader().scope().prefix())
                                .addOffsetDateTime(query.from().atOffset(ZoneOffset.UTC))
                                .addOffsetDateTime(query.to().atOffset(ZoneOffset.UTC))
                                .addInteger(config.mostPassages() + 1)))
                .map(newestFirst -> travelled(newestFirst, ofTraveller ? travellers : vehicles))
                .call(() -> audit.append(transaction, query.deed())));
    }

    private Travelled travelled(RowSet<Row> newestFirst, JourneyRules rules) {
        var gates = new HashMap<String, Gate>();
        var passes = new ArrayList<Pass>(newestFirst.size());
        newestFirst.forEach(row -> passes.add(new Pass(
                row.getOffsetDateTime("measured_at").toInstant(), gates.computeIfAbsent(key(row), key -> gate(row)))));
        boolean cut = passes.size() > config.mostPassages();
        List<Pass> kept = cut ? passes.subList(0, config.mostPassages()) : passes;
        Collections.reverse(kept);
        List<Journey> journeys = rules.journeys(kept);
        return new Travelled(journeys, Stays.of(journeys), cut);
    }

    /** A checkpoint may have been in another area then. */
    private static String key(Row row) {
        return row.getString("area_code") + " " + row.getString("checkpoint_id");
    }

    private static Gate gate(Row row) {
        String kind = row.getString("kind");
        return new Gate(
                row.getString("checkpoint_id"),
                row.getString("name"),
                kind,
                row.getString("area_code"),
                "BUS".equals(kind),
                way(row.getString("direction")),
                position(row));
    }

    private static Gate.Way way(@Nullable String direction) {
        if ("ENTRY".equals(direction)) {
            return Gate.Way.IN;
        }
        return "EXIT".equals(direction) ? Gate.Way.OUT : Gate.Way.EITHER;
    }

    private static @Nullable Position position(Row row) {
        Double latitude = row.getDouble("latitude");
        return latitude == null ? null : new Position(latitude, row.getDouble("longitude"));
    }

    /** Each document by itself, in the order of its index. */
    private static String newest(String column, String subjects) {
        return """
                SELECT p.measured_at, p.checkpoint_id, p.area_code, c.name, c.kind, c.direction, c.latitude, c.longitude
                FROM (
                    SELECT of_one.*
                    FROM %s AS s (id) CROSS JOIN LATERAL (
                        SELECT measured_at, reading_id, checkpoint_id, area_code FROM passage
                        WHERE %s = s.id AND starts_with(area_code, $2) AND measured_at >= $3 AND measured_at < $4
                        ORDER BY measured_at DESC, reading_id DESC
                        LIMIT $5) AS of_one
                    ORDER BY measured_at DESC, reading_id DESC
                    LIMIT $5) AS p
                LEFT JOIN checkpoint c ON c.id = p.checkpoint_id
                ORDER BY p.measured_at DESC, p.reading_id DESC
                """.formatted(subjects, column);
    }
}
