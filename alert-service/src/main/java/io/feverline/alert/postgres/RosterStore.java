package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.list;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Roster;
import io.feverline.alert.roster.Shift;
import io.feverline.alert.roster.Unit;
import io.feverline.alert.roster.UnitDuty;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units and who is on duty in them. */
@ApplicationScoped
public class RosterStore {
    private static final String UNITS = "SELECT * FROM unit";
    private static final String CREATE = """
            INSERT INTO unit (id, name, level, area_code, checkpoint_id) VALUES ($1, $2, $3, $4, $5)
            RETURNING *""";
    private static final String CHANGE = """
            UPDATE unit SET name = $3, level = $4, area_code = $5, checkpoint_id = $6, version = version + 1
            WHERE id = $1 AND version = $2
            RETURNING *""";
    private static final String DELETE = "DELETE FROM unit WHERE id = $1 AND version = $2 RETURNING *";

    private static final String SHIFTS = """
            SELECT * FROM shift WHERE unit_id = ANY ($1) AND ends_at > $2 AND starts_at < $3
            ORDER BY starts_at, person""";
    private static final String ADD = """
            INSERT INTO shift (id, unit_id, person, starts_at, ends_at)
            SELECT gen_random_uuid(), $1, s.person, s.starts_at, s.ends_at
            FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) AS s (person, starts_at, ends_at)
            RETURNING *""";
    private static final String TAKE_OFF = """
            WITH taken_off AS (
                DELETE FROM shift WHERE unit_id = $1 AND id = $2 AND starts_at >= $3 RETURNING id
            ), cut AS (
                UPDATE shift SET ends_at = $3 WHERE unit_id = $1 AND id = $2 AND starts_at < $3 AND ends_at > $3
                RETURNING id
            )
            SELECT (SELECT count(*) FROM taken_off) + (SELECT count(*) FROM cut) AS done,
                (SELECT count(*) FROM shift WHERE unit_id = $1 AND id = $2) AS found""";
    private static final String WAITING = """
            SELECT unit_id, count(*) AS waiting, min(written_at) AS since FROM handover
            WHERE unit_id = ANY ($1) AND accepted_at IS NULL
            GROUP BY unit_id""";

    private final Pool pool;

    RosterStore(Pool pool) {
        this.pool = pool;
    }

    /** Why something was not stored; what is there already is in the way. */
    public static final class Refused extends RuntimeException {
        private final Reason reason;

        private Refused(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        /** Which. */
        public Reason reason() {
            return reason;
        }
    }

    /** What is in the way. */
    public enum Reason {
        /** Another unit in the same place has the name. */
        NAME_TAKEN,
        /** Something refers to the unit, such as a channel that tells it of alerts. */
        UNIT_IN_USE,
        /** It was deleted just now. */
        UNIT_GONE,
        /** Somebody would be there twice at a time. */
        SHIFT_OVERLAP
    }

    /** A place in the order of units. */
    public record Position(String areaCode, UUID id) {}

    /** A page of the units of an area, in the order of area codes. */
    public Uni<List<Unit>> units(AreaScope scope, @Nullable Position after, int limit) {
        var where = new Conditions()
                .and("starts_with(area_code, ?)", scope.prefix())
                .and(
                        "(area_code, id) > (?, ?)",
                        after == null ? null : after.areaCode(),
                        after == null ? null : after.id());
        return rows(where.select(UNITS, "ORDER BY area_code, id", limit), where.parameters(), RosterStore::unit);
    }

    /** A unit, when the scope covers it. */
    public Uni<Optional<Unit>> unit(UUID id, AreaScope scope) {
        return rows(UNITS + " WHERE id = $1", Tuple.of(id), RosterStore::unit)
                .map(found -> found.stream()
                        .filter(unit -> scope.includes(unit.areaCode()))
                        .findFirst());
    }

    /** Creates a unit; fails with {@link Reason#NAME_TAKEN}. */
    public Uni<Unit> create(Unit.Draft draft) {
        return one(CREATE, add(Tuple.of(UUID.randomUUID()), draft))
                .map(Optional::orElseThrow)
                .onFailure(PgException.class)
                .transform(RosterStore::meaning);
    }

    /**
     * Changes a unit that is still of the version that whoever changes it saw; fails with {@link Reason#NAME_TAKEN}.
     *
     * @return empty when it is not
     */
    public Uni<Optional<Unit>> change(UUID id, int version, Unit.Draft draft) {
        return one(CHANGE, add(Tuple.of(id, version), draft))
                .onFailure(PgException.class)
                .transform(RosterStore::meaning);
    }

    /**
     * Deletes a unit and its roster, when it is still of that version; fails with {@link Reason#UNIT_IN_USE}. What it
     * was told of and its hand-overs stay on record.
     *
     * @return empty when it is not
     */
    public Uni<Optional<Unit>> delete(UUID id, int version) {
        return one(DELETE, Tuple.of(id, version))
                .onFailure(PgException.class)
                .transform(
                        failure -> "23503".equals(failure.getSqlState()) ? new Refused(Reason.UNIT_IN_USE) : failure);
    }

    private static Tuple add(Tuple tuple, Unit.Draft draft) {
        return tuple.addString(draft.name())
                .addString(Words.of(draft.level()))
                .addString(draft.areaCode())
                .addString(draft.checkpointId());
    }

    /** The shifts of a unit that are partly in a period. */
    public Uni<List<Shift>> shifts(UUID unit, Period period) {
        return rows(SHIFTS, within(new UUID[] {unit}, period), RosterStore::shift);
    }

    /**
     * Adds shifts to a unit, all or none; fails with {@link Reason#SHIFT_OVERLAP} or {@link Reason#UNIT_GONE}.
     *
     * @param shifts whose ids are not looked at
     * @return as they were stored
     */
    public Uni<List<Shift>> add(UUID unit, List<Shift> shifts) {
        var parameters = Tuple.tuple()
                .addUUID(unit)
                .addArrayOfString(shifts.stream().map(Shift::person).toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(shifts, Period::from))
                .addArrayOfOffsetDateTime(times(shifts, Period::to));
        return rows(ADD, parameters, RosterStore::shift)
                .onFailure(PgException.class)
                .transform(RosterStore::meaning);
    }

    private static OffsetDateTime[] times(List<Shift> shifts, Function<Period, Instant> which) {
        return shifts.stream()
                .map(shift -> which.apply(shift.period()).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    /** What became of taking a shift off the roster. */
    public enum TakenOff {
        /** Whatever of it was to come is gone; what has been stays on record. */
        DONE,
        NOT_FOUND,
        /** It is over. */
        PAST
    }

    /** Takes a shift off the roster; one that has begun ends now. */
    public Uni<TakenOff> takeOff(UUID unit, UUID shift, Instant now) {
        return rows(TAKE_OFF, Tuple.of(unit, shift, now.atOffset(ZoneOffset.UTC)), row -> {
                    if (row.getLong("done") > 0) {
                        return TakenOff.DONE;
                    }
                    return row.getLong("found") > 0 ? TakenOff.PAST : TakenOff.NOT_FOUND;
                })
                .map(outcomes -> outcomes.get(0));
    }

    /**
     * Who is on duty in units, and comes after.
     *
     * @param within from now on as far as shifts are looked for
     */
    public Uni<List<UnitDuty>> duty(List<Unit> units, Period within) {
        UUID[] ids = units.stream().map(Unit::id).toArray(UUID[]::new);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(SHIFTS).execute(within(ids, within)),
                        pool.preparedQuery(WAITING).execute(Tuple.of(ids)))
                .with((shifts, waiting) -> duty(units, shifts, waiting));
    }

    private static List<UnitDuty> duty(List<Unit> units, RowSet<Row> shifts, RowSet<Row> waiting) {
        Map<UUID, List<Row>> shiftsOf = list(shifts, row -> row).stream().collect(groupingBy(RosterStore::unitId));
        Map<UUID, Row> waitingAt = list(waiting, row -> row).stream().collect(toMap(RosterStore::unitId, row -> row));
        return units.stream()
                .map(unit -> {
                    Row waits = waitingAt.get(unit.id());
                    return new UnitDuty(
                            unit,
                            new Roster(shiftsOf.getOrDefault(unit.id(), List.of()).stream()
                                    .map(RosterStore::shift)
                                    .toList()),
                            waits == null ? 0 : waits.getLong("waiting").intValue(),
                            waits == null ? null : instant(waits, "since"));
                })
                .toList();
    }

    private static Tuple within(UUID[] units, Period period) {
        return Tuple.tuple()
                .addArrayOfUUID(units)
                .addOffsetDateTime(period.from().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(period.to().atOffset(ZoneOffset.UTC));
    }

    private static Throwable meaning(PgException failure) {
        String state = failure.getSqlState();
        return switch (state == null ? "" : state) {
            case "23503" -> new Refused(Reason.UNIT_GONE);
            case "23505" -> new Refused(Reason.NAME_TAKEN);
            case "23P01" -> new Refused(Reason.SHIFT_OVERLAP);
            default -> failure;
        };
    }

    private Uni<Optional<Unit>> one(String sql, Tuple parameters) {
        return rows(sql, parameters, RosterStore::unit)
                .map(units -> units.stream().findFirst());
    }

    private <T> Uni<List<T>> rows(String sql, Tuple parameters, Function<Row, T> meaning) {
        return Statements.rows(pool, sql, parameters, meaning);
    }

    static Unit unit(Row row) {
        return new Unit(
                row.getUUID("id"),
                row.getString("name"),
                Words.parse(Level.class, row.getString("level")),
                row.getString("area_code"),
                row.getString("checkpoint_id"),
                row.getInteger("version"));
    }

    private static UUID unitId(Row row) {
        return row.getUUID("unit_id");
    }

    private static Shift shift(Row row) {
        return new Shift(
                row.getUUID("id"),
                row.getString("person"),
                new Period(instant(row, "starts_at"), instant(row, "ends_at")));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
