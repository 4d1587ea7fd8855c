package io.feverline.registry.followup;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.followup.rule.Care;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.followup.rule.Observation;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.followup.rule.Symptom;
import io.feverline.registry.followup.rule.Tenure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads follow-ups. */
@ApplicationScoped
class FollowUpRows {
    private final HalfDays halfDays;
    private final Clock clock;

    FollowUpRows(HalfDays halfDays, Clock clock) {
        this.halfDays = halfDays;
        this.clock = clock;
    }

    /** One of them; fails with a {@link Rejection} if there is none that who asks may see. */
    Uni<FollowUp> one(SqlConnection transaction, UUID id, Staff staff) {
        return one(transaction, FollowUpSql.ONE, id, staff);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Uni<FollowUp> oneToChange(SqlConnection transaction, UUID id, Staff staff) {
        return one(transaction, FollowUpSql.ONE_TO_CHANGE, id, staff);
    }

    /** The same of one that the worker has, or has had. */
    Uni<FollowUp> oneToEnter(SqlConnection transaction, UUID id, Actor worker) {
        return one(transaction, FollowUpSql.ONE_TO_ENTER, id, new Staff(worker, false));
    }

    /** Those of a person that who asks may see, the oldest first. */
    Uni<List<FollowUp>> ofPerson(SqlConnection transaction, UUID travellerId, Staff staff) {
        Instant now = clock.instant();
        return list(
                transaction,
                FollowUpSql.OF_PERSON,
                visible(staff, now).addUUID(travellerId),
                row -> followUp(row, now));
    }

    /** When the worker had it. */
    Uni<List<Tenure>> tenures(SqlConnection transaction, UUID id, Actor worker) {
        return list(transaction, FollowUpSql.TENURES, Tuple.of(id, worker.subject()), FollowUpRows::tenure);
    }

    /** An entry as it is kept. */
    Uni<Written> written(SqlConnection transaction, UUID id, UUID entry) {
        return list(
                        transaction,
                        FollowUpSql.WRITTEN,
                        Tuple.of(id, entry),
                        row -> new Written(entry(row), row.getLong("version")))
                .map(found -> found.get(0));
    }

    /** Fails with a {@link Rejection} if there is no area with this code. */
    static Uni<Void> requireKnownArea(SqlClient client, String code) {
        return client.preparedQuery(FollowUpSql.AREA_IS_KNOWN)
                .execute(Tuple.of(code))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean("known")) {
                        throw new Rejection(Reason.UNKNOWN_AREA, "没有此代码的区划 / there is no area with this code");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<FollowUp> one(SqlConnection transaction, String sql, UUID id, Staff staff) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(sql)
                .execute(visible(staff, now).addUUID(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Rejection(Reason.NOT_FOUND, "您的辖区内没有此随访 / there is no such follow-up in your area");
                    }
                    return followUp(rows.iterator().next(), now);
                });
    }

    /** The parameters that statements about what somebody may see begin with. */
    Tuple visible(Staff staff, Instant now) {
        return Tuple.tuple()
                .addLong(halfDays.numberAt(now))
                .addString(staff.actor().scope().prefix())
                .addString(staff.worker());
    }

    FollowUp followUp(Row row, Instant now) {
        Care care = new Care(
                State.valueOf(row.getString("state")),
                row.getString("area_code"),
                row.getString("assignee"),
                instant(row.getOffsetDateTime("accept_by")));
        return new FollowUp(
                row.getUUID("id"),
                row.getUUID("traveller_id"),
                CauseKind.valueOf(row.getString("cause")),
                row.getOffsetDateTime("opened_at").toInstant(),
                halfDays.begin(row.getLong("ends")),
                instant(row.getOffsetDateTime("closed_at")),
                care,
                care.isOverdue(now),
                HalfDay.numbered(row.getLong("waiting_for")),
                row.getLong("missed"),
                row.getBoolean("feverish"),
                row.getLong("version"));
    }

    /** One with all that is known of it, as the transaction sees it. */
    Uni<FollowUpDetail> detail(SqlConnection transaction, FollowUp followUp) {
        UUID id = followUp.id();
        var ofIt = Tuple.of(id);
        var untilNow = Tuple.of(id, halfDays.numberAt(clock.instant()));
        return list(transaction, FollowUpSql.CAUSES, ofIt, FollowUpRows::cause)
                .chain(causes -> list(transaction, FollowUpSql.ENTRIES, ofIt, FollowUpRows::entry)
                        .chain(entries -> list(transaction, FollowUpSql.MISSED, untilNow, FollowUpRows::halfDay)
                                .chain(missed -> list(transaction, FollowUpSql.STEPS, ofIt, FollowUpRows::step)
                                        .map(steps -> new FollowUpDetail(followUp, causes, entries, missed, steps)))));
    }

    private static <T> Uni<List<T>> list(
            SqlConnection transaction, String sql, Tuple parameters, Function<Row, T> read) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> {
            var found = new ArrayList<T>(rows.size());
            rows.forEach(row -> found.add(read.apply(row)));
            return found;
        });
    }

    private static Cause cause(Row row) {
        return new Cause(
                row.getUUID("reading_id"),
                CauseKind.valueOf(row.getString("kind")),
                row.getString("region_id"),
                row.getString("region_name"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("known_at").toInstant());
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("entry_id"),
                row.getInteger("revision"),
                row.getBoolean("superseded"),
                halfDay(row),
                observation(row),
                row.getString("actor"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static HalfDay halfDay(Row row) {
        return HalfDay.numbered(row.getLong("half_day"));
    }

    static Observation observation(Row row) {
        var symptoms = EnumSet.noneOf(Symptom.class);
        for (String symptom : row.getArrayOfStrings("symptoms")) {
            symptoms.add(Symptom.valueOf(symptom));
        }
        return new Observation(
                row.getOffsetDateTime("taken_at").toInstant(),
                row.getInteger("temperature"),
                symptoms,
                row.getString("note"));
    }

    private static Tenure tenure(Row row) {
        return new Tenure(row.getOffsetDateTime("from_at").toInstant(), instant(row.getOffsetDateTime("until_at")));
    }

    private static Step step(Row row) {
        return new Step(
                StepKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("area_code"),
                row.getString("assignee"),
                row.getString("place"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
