package io.feverline.registry.report;

import io.feverline.registry.report.rule.Completeness;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.Standing;
import io.feverline.registry.report.rule.Stated;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** What the rows of {@link ReportSql} say. */
final class ReportRows {
    private ReportRows() {}

    static Report report(Row row, List<ShiftOfDay> shifts) {
        var firstSignedAt = row.getOffsetDateTime("first_signed_at");
        return new Report(
                row.getString("id"),
                row.getString("name"),
                row.getString("area_code"),
                shifts.get(row.getLong("number").intValue() - 1),
                firstSignedAt == null
                        ? null
                        : new Standing(
                                firstSignedAt.toInstant(),
                                row.getInteger("version"),
                                stated(row),
                                counts(row, "devices_")));
    }

    static Statement statement(Row row) {
        return new Statement(
                row.getInteger("version"),
                stated(row),
                counts(row, "devices_"),
                row.getString("signed_by"),
                row.getOffsetDateTime("signed_at").toInstant(),
                row.getString("words"));
    }

    static Counts counts(Row row, String prefix) {
        return new Counts(
                row.getInteger(prefix + "screened"),
                row.getInteger(prefix + "suspected"),
                row.getInteger(prefix + "confirmed"),
                row.getInteger(prefix + "key_region"));
    }

    static AreaCompleteness completeness(Row row) {
        return new AreaCompleteness(
                row.getString("area_code"),
                row.getString("name"),
                new Completeness(
                        row.getInteger("expected"),
                        row.getInteger("zero"),
                        row.getInteger("submitted"),
                        row.getInteger("late"),
                        row.getInteger("missing"),
                        row.getInteger("corrected")),
                row.getLocalDate("last_missing"));
    }

    private static Stated stated(Row row) {
        return new Stated(counts(row, ""), row.getInteger("referred"));
    }
}
