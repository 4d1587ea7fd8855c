package io.feverline.registry.contact;

import io.feverline.registry.Rejection;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.ContactConfig;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for the contacts of a case. Three statements, however many stays and contacts there are. */
@ApplicationScoped
public class Contacts {
    private final Pool pool;
    private final PassageHistory history;
    private final AuditLog audit;
    private final ContactConfig config;
    private final ContactRules rules;

    Contacts(Pool pool, PassageHistory history, AuditLog audit, ContactConfig config) {
        this.pool = pool;
        this.history = history;
        this.audit = audit;
        this.config = config;
        rules = new ContactRules(
                config.tripWithin(),
                config.rideWithin(),
                config.checkpointWithin(),
                config.nearRows(),
                config.seatsAbreast());
    }

    /**
     * All contacts that both the case's and the other's passages in the caller's area tell of; fails with a
     * {@link Rejection} if the case has none, at any time, that the reader may see. That it was asked is on record.
     */
    public Uni<Tracing> trace(ContactQuery query) {
        return pool.withTransaction(transaction -> history.requireVisible(
                        transaction,
                        PassageHistory.Of.TRAVELLER,
                        query.travellerId(),
                        query.reader().scope())
                .chain(() -> sightings(transaction, query))
                .chain(rows -> {
                    List<Stay> stays = Stay.of(sightings(rows), rules);
                    boolean cut = rows.size() > config.mostEncounters();
                    return stays.isEmpty()
                            ? Uni.createFrom()
                                    .item(new Tracing(query.from(), query.until(), List.of(), List.of(), false))
                            : others(transaction, query, stays).map(others -> tracing(query, stays, others, cut));
                })
                .call(() -> audit.append(transaction, query.deed())));
    }

    private Uni<RowSet<Row>> sightings(SqlConnection transaction, ContactQuery query) {
        return transaction
                .preparedQuery(ContactSql.SIGHTINGS)
                .execute(Tuple.tuple()
                        .addUUID(query.travellerId())
                        .addString(query.reader().scope().prefix())
                        .addOffsetDateTime(query.from().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(query.until().atOffset(ZoneOffset.UTC))
                        .addInteger(config.mostEncounters() + 1));
    }

    private Uni<RowSet<Row>> others(SqlConnection transaction, ContactQuery query, List<Stay> stays) {
        var numbers = new ArrayList<Integer>(stays.size());
        Instant from = stays.get(0).from();
        Instant until = stays.get(0).until();
        for (Stay stay : stays) {
            numbers.add(numbers.size());
            from = stay.from().isBefore(from) ? stay.from() : from;
            until = stay.until().isAfter(until) ? stay.until() : until;
        }
        var parameters = Columns.of(numbers)
                .integer(number -> number)
                .uuid(number -> ride(stays.get(number), Where.Ride::vehicleId))
                .text(number -> ride(stays.get(number), Where.Ride::trip))
                .text(number -> stays.get(number).where() instanceof Where.Gate gate ? gate.checkpointId() : null)
                .time(number -> stays.get(number).first())
                .time(number -> stays.get(number).last())
                .time(number -> stays.get(number).from())
                .time(number -> stays.get(number).until())
                .tuple()
                .addOffsetDateTime(from.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(until.atOffset(ZoneOffset.UTC))
                .addString(query.reader().scope().prefix())
                .addUUID(query.travellerId())
                // The row of the unknown, and one by which it is seen that there are more.
                .addInteger(config.mostPerPlace() + 2)
                .addInteger(config.mostEncounters() + 1);
        return transaction.preparedQuery(ContactSql.OTHERS).execute(parameters);
    }

    private static <V> @Nullable V ride(Stay stay, Function<Where.Ride, @Nullable V> value) {
        return stay.where() instanceof Where.Ride ride ? value.apply(ride) : null;
    }

    private Tracing tracing(ContactQuery query, List<Stay> stays, RowSet<Row> others, boolean oldestAreMissing) {
        var presences = new ArrayList<Presence>(others.size());
        int[] known = new int[stays.size()];
        long[] unknown = new long[stays.size()];
        int lastLookedAt = 0;
        for (Row row : others) {
            int number = row.getInteger("number");
            lastLookedAt = number;
            UUID traveller = row.getUUID("traveller_id");
            if (traveller == null) {
                unknown[number] = row.getLong("readings");
            } else if (++known[number] <= config.mostPerPlace()) {
                presences.add(presence(stays.get(number), traveller, row));
            }
        }
        boolean full = others.size() > config.mostEncounters();
        boolean cut = full || oldestAreMissing;
        var companies = new ArrayList<Company>(stays.size());
        for (int i = 0; i < known.length; i++) {
            // Stays are looked at one after the other.
            boolean crowded = known[i] > config.mostPerPlace() || (full && i >= lastLookedAt);
            companies.add(new Company(stays.get(i), Math.min(known[i], config.mostPerPlace()), unknown[i], crowded));
            cut |= crowded;
        }
        return new Tracing(query.from(), query.until(), companies, Tracing.contacts(presences, rules), cut);
    }

    private static Presence presence(Stay stay, UUID traveller, Row row) {
        @Nullable String[] seats = row.getArrayOfStrings("seats");
        return new Presence(
                stay,
                traveller,
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getString("trip"),
                seats == null ? Set.of() : Set.of(seats));
    }

    private static List<Sighting> sightings(RowSet<Row> rows) {
        var sightings = new ArrayList<Sighting>(rows.size());
        for (Row row : rows) {
            UUID vehicle = row.getUUID("vehicle_id");
            sightings.add(new Sighting(
                    row.getOffsetDateTime("measured_at").toInstant(),
                    new Where.Gate(row.getString("checkpoint_id"), row.getString("name"), row.getBoolean("bus")),
                    vehicle == null ? null : new Where.Ride(vehicle, row.getString("trip")),
                    row.getString("seat")));
        }
        return sightings;
    }
}
