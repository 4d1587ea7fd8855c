package io.feverline.alert.postgres;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.Verdict;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

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
                reading(row, Verdict.Kind.FEVER),
                instant(row, "opened_at"),
                instant(row, "raised_at"),
                row.getInteger("readings") + row.getLong("merged_readings").intValue(),
                row.getUUID("merged_into"));
    }

    static AlertChange change(Row row) {
        return new AlertChange(
                row.getLong("seq"),
                alert(row)
                        .asOf(
                                Words.parse(EpisodeState.class, row.getString("then_state")),
                                row.getBoolean("then_historic"),
                                row.getInteger("then_readings")),
                Words.parse(Cause.class, row.getString("cause")),
                instant(row, "then_received_at"));
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
                instant(row, "received_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
