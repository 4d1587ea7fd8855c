package io.feverline.registry.report;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.RetentionConfig;
import io.feverline.registry.postgres.Columns;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.ReportState;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.report.rule.Standing;
import io.feverline.registry.report.rule.Stated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The daily reports. A list reads the reports of its day and area by one statement and, where they are compared with
 * the devices, all counts by another.
 */
@ApplicationScoped
public class Reports {
    private final Pool pool;
    private final AuditLog audit;
    private final ShiftPlan plan;
    private final RetentionConfig retention;
    private final Clock clock;

    Reports(Pool pool, AuditLog audit, ShiftPlan plan, RetentionConfig retention, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.plan = plan;
        this.retention = retention;
        this.clock = clock;
    }

    /** A place that owes a report of a shift. */
    private record Place(ReportId id, String name, String areaCode, ShiftOfDay shift) {}

    /** A checkpoint's time to count in. */
    private record Span(String checkpointId, Instant begins, Instant ends) {
        static Span of(String checkpointId, ShiftOfDay shift) {
            return new Span(checkpointId, shift.begins(), shift.ends());
        }
    }

    /**
     * The reports that are expected of a day, in order of checkpoint.
     *
     * @param state those that are in this state now; null for all
     */
    public Uni<Page<Report, String>> page(DayQuery query, @Nullable ReportState state) {
        Instant now = clock.instant();
        return list(query, Act.REPORTS_READ, report -> state == null || report.state(now) == state);
    }

    /** Those of a day that are missing, and those that were signed late, corrected since or not. */
    public Uni<Page<Report, String>> notInTime(DayQuery query) {
        Instant now = clock.instant();
        return list(
                query, Act.REPORTS_MISSING, report -> !report.isInTime() && report.state(now) != ReportState.EXPECTED);
    }

    private Uni<Page<Report, String>> list(DayQuery query, Act act, Predicate<Report> which) {
        return pool.withTransaction(transaction -> reports(transaction, query)
                .map(reports -> reports.stream().filter(which).toList())
                .map(reports -> Page.of(reports, query.limit(), Report::position))
                .call(() -> audit.append(transaction, query.deed(act))));
    }

    /**
     * Whether all that was measured in the shifts of a day is still kept. Of other days nothing is counted: what is left
     * of them is no count.
     */
    public boolean isCounted(LocalDate day) {
        LocalDate oldest =
                LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY).minusDays(retention.days());
        return !day.isBefore(oldest);
    }

    /**
     * Those of a day in which a figure that stands now is not what the devices have counted by now; none of a day that is
     * not counted any more.
     */
    public Uni<Page<Contradicted, String>> discrepancies(DayQuery query) {
        boolean counted = isCounted(query.day());
        return pool.withTransaction(transaction -> reports(transaction, query)
                .map(reports -> reports.stream()
                        .filter(report -> counted && report.standing() != null)
                        .toList())
                .chain(signed -> count(transaction, spans(signed)).map(counts -> contradicted(signed, counts)))
                .map(found ->
                        Page.of(found, query.limit(), each -> each.report().position()))
                .call(() -> audit.append(transaction, query.deed(Act.REPORTS_DISCREPANCIES))));
    }

    private static List<Span> spans(List<Report> reports) {
        return reports.stream()
                .map(report -> Span.of(report.checkpointId(), report.shift()))
                .toList();
    }

    private static List<Contradicted> contradicted(List<Report> signed, List<Counts> counts) {
        var found = new ArrayList<Contradicted>();
        for (int i = 0; i < signed.size(); i++) {
            Standing standing = signed.get(i).standing();
            List<Discrepancy> discrepancies = standing == null ? List.of() : standing.discrepancies(counts.get(i));
            if (!discrepancies.isEmpty()) {
                found.add(new Contradicted(signed.get(i), discrepancies));
            }
        }
        return found;
    }

    /** How completely the reader's area reported, of the shifts whose cutoff is over, in order of area code. */
    public Uni<List<AreaCompleteness>> completeness(PeriodQuery query) {
        Instant now = clock.instant();
        var shifts = plan.between(query.from(), query.to()).stream()
                .filter(shift -> shift.isCutOff(now))
                .toList();
        var parameters = shifts(shifts)
                .addString(query.reader().scope().prefix())
                .addString("")
                .addInteger(query.digits());
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ReportSql.COMPLETENESS)
                .execute(parameters)
                .map(rows -> {
                    List<AreaCompleteness> areas = new ArrayList<>(rows.size());
                    rows.forEach(row -> areas.add(ReportRows.completeness(row)));
                    return areas;
                })
                .call(() -> audit.append(transaction, query.deed())));
    }

    /** One report with its draft; fails with a {@link Rejection} if none is expected that the reader may see. */
    public Uni<ReportFile> get(ReportId id, Actor reader) {
        return pool.withTransaction(transaction -> place(transaction, id, reader.scope())
                .chain(place -> count(transaction, place)
                        .chain(counted -> statements(transaction, id).map(found -> file(place, counted, found))))
                .call(() -> audit.append(transaction, new Deed(reader, Act.REPORT_READ, id))));
    }

    /**
     * Signs a report; fails with a {@link Rejection} if none is expected that the signer may see, if the shift has not
     * ended, if it is signed already, or if it is no longer kept what devices counted.
     *
     * @param note the signer's; null for none
     */
    public Uni<ReportFile> sign(ReportId id, Stated stated, @Nullable String note, Actor signer) {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> place(transaction, id, signer.scope())
                .invoke(place -> requireOver(place.shift(), now))
                .chain(place -> count(transaction, place).chain(counted -> {
                    Counts counts = counted.orElseThrow(Reports::notCounted);
                    var signed = new Statement(1, stated, counts, signer.subject(), now, note);
                    return insert(transaction, id, signed)
                            .invoke(inserted -> require(
                                    inserted,
                                    Reason.ALREADY_SIGNED,
                                    "此报告已签报，请用更正 / this report is signed; correct it instead"))
                            .replaceWith(file(place, counted, List.of(signed)));
                }))
                .call(() -> audit.append(transaction, new Deed(signer, Act.REPORT_SIGN, id))));
    }

    /**
     * Corrects a signed report; what was signed before stays, and with it the devices' count when it is no longer kept what
     * they measured. Fails with a {@link Rejection} if there is none that the corrector may see, or if it is in another
     * version than the corrector has seen.
     *
     * @param seen whether the corrector has seen a version
     */
    public Uni<ReportFile> correct(ReportId id, Stated stated, String reason, LongPredicate seen, Actor corrector) {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> place(transaction, id, corrector.scope())
                .chain(place -> count(transaction, place)
                        .chain(counted -> statements(transaction, id).chain(before -> {
                            int version = next(before, seen);
                            Counts counts = counted.orElseGet(() -> last(before).devices());
                            var next = new Statement(version, stated, counts, corrector.subject(), now, reason);
                            var all = new ArrayList<>(before);
                            all.add(next);
                            return insert(transaction, id, next)
                                    .invoke(Reports::requireUnchanged)
                                    .replaceWith(file(place, counted, all));
                        })))
                .call(() -> audit.append(transaction, new Deed(corrector, Act.REPORT_CORRECT, id).purpose(reason))));
    }

    private static int next(List<Statement> before, LongPredicate seen) {
        if (before.isEmpty()) {
            throw new Rejection(Reason.NOT_SIGNED, "此报告尚未签报 / this report is not signed yet");
        }
        int current = last(before).version();
        requireUnchanged(seen.test(current));
        return current + 1;
    }

    private static Statement last(List<Statement> statements) {
        return statements.get(statements.size() - 1);
    }

    private static void requireUnchanged(boolean unchanged) {
        require(unchanged, Reason.CHANGED, "他人已作修改，请重新查看 / somebody has changed it; look at it again");
    }

    private static Rejection notCounted() {
        return new Rejection(
                Reason.COUNT_NOT_KEPT,
                "该班次的通行记录已过保存期，没有设备计数可核对，不能再签报"
                        + " / the passages of this shift are no longer kept: there is no count to sign it against");
    }

    private static void requireOver(ShiftOfDay shift, Instant now) {
        require(shift.isOver(now), Reason.TIME_NOT_POSSIBLE, "班次尚未结束 / the shift has not ended yet");
    }

    private static void require(boolean condition, Reason otherwise, String message) {
        if (!condition) {
            throw new Rejection(otherwise, message);
        }
    }

    private static ReportFile file(Place place, Optional<Counts> counted, List<Statement> statements) {
        return new ReportFile(
                new Report(
                        place.id().checkpointId(), place.name(), place.areaCode(), place.shift(), standing(statements)),
                counted.orElse(null),
                statements);
    }

    private static @Nullable Standing standing(List<Statement> statements) {
        if (statements.isEmpty()) {
            return null;
        }
        Statement last = last(statements);
        return new Standing(statements.get(0).signedAt(), last.version(), last.stated(), last.devices());
    }

    private Uni<Place> place(SqlConnection transaction, ReportId id, AreaScope scope) {
        return Uni.createFrom()
                .item(() -> plan.find(id.day(), id.shift()).orElseThrow(Reports::notExpected))
                .chain(shift -> transaction
                        .preparedQuery(ReportSql.PLACE)
                        .execute(Tuple.of(id.checkpointId(), shift.begins().atOffset(ZoneOffset.UTC), scope.prefix()))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw notExpected();
                            }
                            var row = rows.iterator().next();
                            return new Place(id, row.getString("name"), row.getString("area_code"), shift);
                        }));
    }

    private static Rejection notExpected() {
        return new Rejection(
                Reason.NOT_FOUND,
                "您的辖区内没有此检测点，或此班次无须报告"
                        + " / there is no such checkpoint in your area, or no report is expected of this shift");
    }

    private Uni<List<Report>> reports(SqlConnection transaction, DayQuery query) {
        List<ShiftOfDay> shifts = plan.of(query.day());
        var parameters = shifts(shifts)
                .addString(query.reader().scope().prefix())
                .addString(query.area().prefix())
                .addString(query.after());
        return transaction.preparedQuery(ReportSql.REPORTS).execute(parameters).map(rows -> {
            var reports = new ArrayList<Report>(rows.size());
            rows.forEach(row -> reports.add(ReportRows.report(row, shifts)));
            return reports;
        });
    }

    /** Shifts as the first four parameters of the statements that expect reports of them. */
    static Tuple shifts(List<ShiftOfDay> shifts) {
        return Columns.of(shifts)
                .day(ShiftOfDay::day)
                .text(ShiftOfDay::shift)
                .time(ShiftOfDay::begins)
                .time(ShiftOfDay::cutoff)
                .tuple();
    }

    /** Nothing when what was measured is no longer kept. */
    private Uni<Optional<Counts>> count(SqlConnection transaction, Place place) {
        return isCounted(place.id().day())
                ? count(transaction, List.of(Span.of(place.id().checkpointId(), place.shift())))
                        .map(counts -> Optional.of(counts.get(0)))
                : Uni.createFrom().item(Optional.empty());
    }

    /** What devices have counted by now, in the order of the spans, which are of one day. */
    private static Uni<List<Counts>> count(SqlConnection transaction, List<Span> spans) {
        if (spans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instant first = spans.stream().map(Span::begins).min(Instant::compareTo).orElseThrow();
        Instant last = spans.stream().map(Span::ends).max(Instant::compareTo).orElseThrow();
        var parameters = Columns.of(spans)
                .text(Span::checkpointId)
                .time(Span::begins)
                .time(Span::ends)
                .tuple()
                .addOffsetDateTime(first.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(last.atOffset(ZoneOffset.UTC));
        return transaction.preparedQuery(ReportSql.COUNT).execute(parameters).map(rows -> {
            var counts = new ArrayList<Counts>(rows.size());
            rows.forEach(row -> counts.add(ReportRows.counts(row, "")));
            return counts;
        });
    }

    private static Uni<List<Statement>> statements(SqlConnection transaction, ReportId id) {
        return transaction
                .preparedQuery(ReportSql.STATEMENTS)
                .execute(Tuple.of(id.checkpointId(), id.day(), id.shift()))
                .map(rows -> {
                    var statements = new ArrayList<Statement>(rows.size());
                    rows.forEach(row -> statements.add(ReportRows.statement(row)));
                    return statements;
                });
    }

    /** Whether it was: false when there is one of this version already. */
    private static Uni<Boolean> insert(SqlConnection transaction, ReportId id, Statement statement) {
        Counts stated = statement.stated().counts();
        Counts devices = statement.devices();
        return transaction
                .preparedQuery(ReportSql.SIGN)
                .execute(Tuple.tuple()
                        .addString(id.checkpointId())
                        .addLocalDate(id.day())
                        .addString(id.shift())
                        .addInteger(statement.version())
                        .addInteger(stated.screened())
                        .addInteger(stated.suspected())
                        .addInteger(stated.confirmed())
                        .addInteger(stated.keyRegion())
                        .addInteger(statement.stated().referred())
                        .addInteger(devices.screened())
                        .addInteger(devices.suspected())
                        .addInteger(devices.confirmed())
                        .addInteger(devices.keyRegion())
                        .addString(statement.signedBy())
                        .addOffsetDateTime(statement.signedAt().atOffset(ZoneOffset.UTC))
                        .addString(statement.words()))
                .map(SqlResult::rowCount)
                .map(count -> count == 1);
    }
}
