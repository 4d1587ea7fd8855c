package io.feverline.registry.followup;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.FollowUpConfig;
import io.feverline.registry.followup.rule.Care;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.followup.rule.NotPossible;
import io.feverline.registry.followup.rule.Observation;
import io.feverline.registry.followup.rule.Tenure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do about follow-ups. Each change is of what they have seen, by its version, and on record; each fails
 * with a {@link Rejection} if there is no such follow-up that they may see, if somebody else has changed it since, or
 * if it cannot be done now.
 */
@ApplicationScoped
public class FieldWork {
    private final Pool pool;
    private final FollowUpRows rows;
    private final AuditLog audit;
    private final HalfDays halfDays;
    private final FollowUpConfig config;
    private final Clock clock;

    FieldWork(Pool pool, FollowUpRows rows, AuditLog audit, HalfDays halfDays, FollowUpConfig config, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.audit = audit;
        this.halfDays = halfDays;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Which follow-up is changed, and by whom.
     *
     * @param seen tells of a version whether it is the one that the change is based on
     */
    public record Change(UUID id, Staff staff, LongPredicate seen) {}

    /**
     * Gives it to a grid worker, whoever had it before; without one, to the queue of an area.
     *
     * @param areaCode where it is looked after from then on; null for where it is
     */
    public Uni<FollowUpDetail> assign(Change change, @Nullable String worker, @Nullable String areaCode) {
        if (areaCode != null && !change.staff.actor().scope().includes(areaCode)) {
            return Uni.createFrom()
                    .failure(
                            new Rejection(Reason.AREA_OUTSIDE, "该区划不在您的辖区内 / the area is not one that you look after"));
        }
        Uni<Void> known =
                areaCode == null ? Uni.createFrom().voidItem() : FollowUpRows.requireKnownArea(pool, areaCode);
        return known.chain(() -> step(
                change,
                StepKind.ASSIGNED,
                null,
                null,
                (followUp, now) -> followUp.care()
                        .assign(
                                worker,
                                areaCode == null ? followUp.care().areaCode() : areaCode,
                                now.plus(config.acceptWithin()))));
    }

    /** A grid worker accepts what is theirs, or takes it from the queue. */
    public Uni<FollowUpDetail> accept(Change change) {
        String worker = change.staff.actor().subject();
        return step(
                change,
                StepKind.ACCEPTED,
                null,
                null,
                (followUp, now) -> followUp.care().accept(worker));
    }

    /** Ends it when its days are over. */
    public Uni<FollowUpDetail> complete(Change change) {
        return step(
                change,
                StepKind.COMPLETED,
                null,
                null,
                (followUp, now) -> followUp.care().complete(!now.isBefore(followUp.endsAt())));
    }

    /**
     * Ends it, for the traveller goes to a fever clinic.
     *
     * @param place which
     */
    public Uni<FollowUpDetail> refer(Change change, String place, String reason) {
        return step(
                change,
                StepKind.REFERRED,
                place,
                reason,
                (followUp, now) -> followUp.care().refer());
    }

    /** Ends it for another reason. */
    public Uni<FollowUpDetail> close(Change change, String reason) {
        return step(
                change,
                StepKind.CLOSED,
                null,
                reason,
                (followUp, now) -> followUp.care().close());
    }

    private Uni<FollowUpDetail> step(
            Change change,
            StepKind kind,
            @Nullable String place,
            @Nullable String reason,
            BiFunction<FollowUp, Instant, Care> transition) {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> rows.oneToChange(transaction, change.id, change.staff)
                .map(followUp -> {
                    requireSeen(change.seen, followUp);
                    return asked("须先有人接受随访 / somebody has to accept it first", () -> transition.apply(followUp, now));
                })
                .chain(care -> transaction
                        .preparedQuery(FollowUpSql.CHANGE)
                        .execute(Tuple.tuple()
                                .addUUID(change.id)
                                .addString(care.state().name())
                                .addString(care.areaCode())
                                .addString(care.assignee())
                                .addOffsetDateTime(time(care.acceptBy()))
                                .addBoolean(care.state().isOver())
                                .addOffsetDateTime(time(now))
                                .addLong(halfDays.numberAt(now))
                                .addString(kind.name())
                                .addString(change.staff.actor().subject())
                                .addString(place)
                                .addString(reason)))
                .chain(() -> told(transaction, change))
                .call(() -> audit.append(
                        transaction, new Deed(change.staff.actor(), kind.act(), change.id.toString(), reason, place))));
    }

    /**
     * Writes an entry down, or corrects one. What is sent again is the same entry, whatever else has changed
     * meanwhile; a correction is of what its writer has seen. An entry is taken also of a worker who had the follow-up
     * when it was made and has it no more: phones may be without a network for long.
     *
     * @param seen null when the writer does not say what they have seen, which is enough for a new entry
     * @param entry chosen by the writer
     */
    public Uni<Written> enter(UUID id, Actor worker, @Nullable LongPredicate seen, UUID entry, Observation told) {
        return pool.withTransaction(transaction -> rows.oneToEnter(transaction, id, worker)
                .chain(followUp -> transaction
                        .preparedQuery(FollowUpSql.REVISIONS)
                        .execute(Tuple.of(id, entry))
                        .chain(revisions -> isRepeated(revisions, told, seen, followUp)
                                ? Uni.createFrom().voidItem()
                                : rows.tenures(transaction, id, worker)
                                        .invoke(tenures -> requireEntry(followUp, worker, tenures, told))
                                        .invoke(() -> requireSeenIf(revisions.size() > 0, seen, followUp))
                                        .chain(() -> add(transaction, id, worker, entry, revisions.size() + 1, told))))
                .chain(() -> rows.written(transaction, id, entry))
                .call(() ->
                        audit.append(transaction, new Deed(worker, Act.FOLLOW_UP_ENTRY, id).with("entry " + entry))));
    }

    /** What was said last, or before by somebody who has not seen what was said since. */
    private static boolean isRepeated(
            RowSet<Row> revisions, Observation told, @Nullable LongPredicate seen, FollowUp followUp) {
        boolean knowsTheLast = seen != null && seen.test(followUp.version());
        int number = 0;
        for (Row revision : revisions) {
            number++;
            boolean counts = !knowsTheLast || number == revisions.size();
            if (counts && FollowUpRows.observation(revision).equals(told)) {
                return true;
            }
        }
        return false;
    }

    private void requireEntry(FollowUp followUp, Actor worker, List<Tenure> tenures, Observation told) {
        if (tenures.stream().noneMatch(tenure -> tenure.covers(told.takenAt()))) {
            asked("须先由您接受随访 / you have to accept it first", () -> {
                followUp.care().requireEntryBy(worker.subject());
                return followUp;
            });
        }
        if (!told.isPossible(followUp.openedAt(), clock.instant(), halfDays)) {
            throw new Rejection(
                    Reason.TIME_NOT_POSSIBLE,
                    "测量时间须在随访开始之后、当前时间之前 / it is taken after the follow-up began and not in the future");
        }
    }

    private Uni<Void> add(
            SqlConnection transaction, UUID id, Actor worker, UUID entry, int revision, Observation told) {
        var symptoms = told.symptoms().stream().map(Enum::name).sorted().toArray(String[]::new);
        return transaction
                .preparedQuery(FollowUpSql.ADD_REVISION)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(entry)
                        .addInteger(revision)
                        .addLong(halfDays.numberAt(told.takenAt()))
                        .addOffsetDateTime(time(told.takenAt()))
                        .addInteger(told.temperature())
                        .addArrayOfString(symptoms)
                        .addString(told.note())
                        .addBoolean(told.isFeverish())
                        .addString(worker.subject())
                        .addOffsetDateTime(time(clock.instant())))
                .chain(() -> transaction.preparedQuery(FollowUpSql.TALLY).execute(Tuple.of(id)))
                .replaceWithVoid();
    }

    /** How it is after the change, to whom has made it: they see it once more, wherever it has gone. */
    private Uni<FollowUpDetail> told(SqlConnection transaction, Change change) {
        return rows.one(transaction, change.id, new Staff(change.staff.actor(), true))
                .chain(followUp -> rows.detail(transaction, followUp));
    }

    private static void requireSeenIf(boolean isCorrection, @Nullable LongPredicate seen, FollowUp followUp) {
        if (!isCorrection) {
            return;
        }
        if (seen == null) {
            throw new Rejection(
                    Reason.IF_MATCH_NEEDED, "更正须以 If-Match 给出所见的 ETag / a correction names the ETag as you saw it");
        }
        requireSeen(seen, followUp);
    }

    private static void requireSeen(LongPredicate seen, FollowUp followUp) {
        if (!seen.test(followUp.version())) {
            throw new Rejection(Reason.CHANGED, "他人已作修改，请重新查看 / somebody has changed it; look at it again");
        }
    }

    private static <T> T asked(String notAccepted, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (NotPossible e) {
            throw switch (e.why()) {
                case OVER -> new Rejection(Reason.FOLLOW_UP_OVER, "随访已结束 / the follow-up is over");
                case NOT_ACCEPTED -> new Rejection(Reason.FOLLOW_UP_NOT_ACCEPTED, notAccepted);
                case ALREADY_ACCEPTED -> new Rejection(Reason.FOLLOW_UP_ACCEPTED, "随访已被接受 / it is accepted already");
                case DAYS_LEFT -> new Rejection(Reason.FOLLOW_UP_DAYS_LEFT, "随访期未满 / its days are not over yet");
            };
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
