package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.AlertRows.instant;
import static io.feverline.alert.postgres.AlertRows.instantOrNull;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlertAction;
import io.feverline.alert.lifecycle.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as what they mean. */
final class DeviceAlertRows {

    private DeviceAlertRows() {}

    static DeviceAlert alert(Row row) {
        return new DeviceAlert(
                row.getUUID("id"),
                new HealthChange(
                        row.getString("device_id"),
                        Words.parse(Finding.class, row.getString("finding")),
                        row.getString("checkpoint_id"),
                        row.getString("area_code"),
                        instant(row, "since"),
                        instantOrNull(row, "until"),
                        row.getLong("seen"),
                        row.getLong("held_against"),
                        instant(row, "told_at")),
                Words.parse(DeviceAlert.State.class, row.getString("state")),
                instant(row, "raised_at"),
                row.getInteger("version"));
    }

    static DeviceAlertAction action(Row row) {
        return new DeviceAlertAction(
                row.getInteger("version"),
                Words.parse(DeviceAlert.Action.class, row.getString("action")),
                Words.parse(DeviceAlert.State.class, row.getString("state_before")),
                Words.parse(DeviceAlert.State.class, row.getString("state_after")),
                row.getString("actor"),
                row.getString("note"),
                instant(row, "recorded_at"));
    }

    static CheckpointStatus status(Row row) {
        return new CheckpointStatus(
                row.getString("checkpoint_id"),
                row.getString("area_code"),
                instant(row, "told_at"),
                instantOrNull(row, "last_reading_at"),
                row.getInteger("last_five_minutes"),
                row.getInteger("last_quarter_hour"),
                row.getInteger("last_hour"),
                row.getInteger("fevers_of_last_hour"),
                devices(row.getJsonArray("devices")));
    }

    static JsonArray json(List<DeviceStatus> devices) {
        var array = new JsonArray();
        for (DeviceStatus device : devices) {
            var findings = new JsonArray();
            device.findings().stream().sorted().map(Words::of).forEach(findings::add);
            array.add(new JsonObject()
                    .put("deviceId", device.deviceId())
                    .put("lastHeardAt", device.lastHeardAt().toString())
                    .put("findings", findings));
        }
        return array;
    }

    private static List<DeviceStatus> devices(JsonArray json) {
        return IntStream.range(0, json.size())
                .mapToObj(json::getJsonObject)
                .map(device -> new DeviceStatus(
                        device.getString("deviceId"),
                        Instant.parse(device.getString("lastHeardAt")),
                        device.getJsonArray("findings").stream()
                                .map(word -> Words.parse(Finding.class, word.toString()))
                                .collect(Collectors.toSet())))
                .toList();
    }
}
