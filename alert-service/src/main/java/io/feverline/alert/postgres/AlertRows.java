package io.feverline.alert.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Care;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.lifecycle.Workload;
import io.feverline.alert.rule.Verdict;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as what they mean. */
final class AlertRows {

    private AlertRows() {}

    static Alert alert(Row row) {
        return new Alert(
                row.getUUID("id"),
                row.getUUID("episode_id"),
                Words.parse(AlertState.class, row.getString("state")),
                Words.parse(EpisodeState.class, row.getString("episode_state")),
                row.getBoolean("historic"),
                Words.parse(Severity.class, row.getString("severity")),
                row.getString("key_region"),
                reading(row, Verdict.Kind.FEVER),
                instant(row, "opened_at"),
                instant(row, "raised_at"),
                row.getInteger("readings") + row.getLong("merged_readings").intValue(),
                row.getInteger("revision"),
                row.getInteger("version"),
                Words.parse(Level.class, row.getString("escalation")),
                care(row),
                row.getUUID("merged_into"),
                row.getString("checkpoint_name"));
    }

    static Workload workload(List<Row> rows) {
        var bySeverity = new EnumMap<Severity, Long>(Severity.class);
        rows.forEach(
                row -> bySeverity.put(Words.parse(Severity.class, row.getString("severity")), row.getLong("alerts")));
        var highestFirst = new LinkedHashMap<Severity, Long>();
        List.of(Severity.CRITICAL, Severity.HIGH, Severity.MODERATE, Severity.LOW)
                .forEach(severity -> highestFirst.put(severity, bySeverity.getOrDefault(severity, 0L)));
        return new Workload(
                highestFirst,
                rows.stream().mapToLong(row -> row.getLong("unacknowledged")).sum());
    }

    static AlertChange change(Row row, Map<UUID, Cluster> clusters, Map<UUID, DeviceAlert> devices) {
        UUID cluster = row.getUUID("cluster_id");
        UUID device = row.getUUID("device_alert_id");
        JsonObject probe = row.getJsonObject("probe");
        return new AlertChange(
                row.getLong("seq"),
                device == null && probe == null ? then(row) : null,
                Words.parse(Cause.class, row.getString("cause")),
                instantOrNull(row, "then_received_at"),
                cluster == null ? null : clusters.get(cluster),
                device == null ? null : devices.get(device),
                probe == null ? null : ProbeStore.probe(probe));
    }

    private static Alert then(Row row) {
        return alert(row)
                .asOf(
                        Words.parse(AlertState.class, row.getString("then_alert_state")),
                        Words.parse(EpisodeState.class, row.getString("then_state")),
                        row.getBoolean("then_historic"),
                        Words.parse(Severity.class, row.getString("then_severity")),
                        row.getInteger("then_readings"));
    }

    static Cluster cluster(Row row) {
        Cluster.Kind kind = Words.parse(Cluster.Kind.class, row.getString("kind"));
        return new Cluster(
                row.getUUID("id"),
                kind,
                kind == Cluster.Kind.TRIP ? null : row.getString("place"),
                row.getString("area_code"),
                instant(row, "first_at"),
                instant(row, "last_at"),
                instant(row, "raised_at"),
                row.getLong("alerts").intValue(),
                row.getLong("confirmed").intValue(),
                row.getUUID("merged_into"));
    }

    private static Care care(Row row) {
        String outcome = row.getString("outcome");
        return new Care(
                row.getString("assignee"),
                instantOrNull(row, "acknowledged_at"),
                instantOrNull(row, "reported_at"),
                row.getString("clinic"),
                instantOrNull(row, "isolated_at"),
                instantOrNull(row, "treated_at"),
                instantOrNull(row, "closed_at"),
                outcome == null ? null : Words.parse(Outcome.class, outcome),
                instantOrNull(row, "overdue_since"));
    }

    static ActionTaken action(Row row) {
        String outcome = row.getString("outcome");
        return new ActionTaken(
                row.getInteger("version"),
                new ActionOrder(
                        Words.parse(Action.class, row.getString("action")),
                        row.getString("actor"),
                        row.getString("reason"),
                        instant(row, "occurred_at"),
                        row.getString("clinic"),
                        row.getString("assignee"),
                        outcome == null ? null : Words.parse(Outcome.class, outcome)),
                Words.parse(AlertState.class, row.getString("state_before")),
                Words.parse(AlertState.class, row.getString("state_after")),
                instant(row, "recorded_at"));
    }

    /** Of rows that have a unit each, or none when there was none to be told. */
    static List<EscalationStep> escalations(List<Row> rows) {
        Map<Level, List<Row>> byLevel = rows.stream()
                .collect(groupingBy(
                        row -> Words.parse(Level.class, row.getString("level")), LinkedHashMap::new, toList()));
        return byLevel.entrySet().stream()
                .map(step -> new EscalationStep(
                        step.getKey(),
                        instant(step.getValue().get(0), "escalated_at"),
                        step.getValue().stream()
                                .filter(row -> row.getUUID("unit_id") != null)
                                .map(row -> new EscalationStep.Told(
                                        row.getUUID("unit_id"),
                                        row.getString("unit_name"),
                                        List.of(row.getArrayOfStrings("on_duty"))))
                                .toList()))
                .toList();
    }

    static TakenReading reading(Row row) {
        return reading(row, Words.parse(Verdict.Kind.class, row.getString("verdict")));
    }

    private static TakenReading reading(Row row, Verdict.Kind verdict) {
        return new TakenReading(
                row.getUUID("reading_id"),
                verdict,
                row.getInteger("temperature"),
                row.getInteger("threshold"),
                row.getString("policy_version"),
                row.getString("site"),
                row.getString("device_id"),
                row.getString("checkpoint_id"),
                row.getString("area_code"),
                instant(row, "measured_at"),
                instant(row, "received_at"),
                row.getBoolean("unverified"));
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable Instant instantOrNull(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
