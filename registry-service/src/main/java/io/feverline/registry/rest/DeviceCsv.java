package io.feverline.registry.rest;

import io.feverline.registry.device.Device;
import io.feverline.registry.events.csv.Cells;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Devices as CSV: never their keys. One that is new has none, until it is given one. */
final class DeviceCsv {
    static final List<String> COLUMNS = List.of("id", "checkpoint_id", "site", "mode", "offset", "calibration_due");

    static final Imports.Form<NewDevice, Device> FORM =
            new Imports.Form<>(COLUMNS, DeviceCsv::body, NewDevice::toDevice);

    private DeviceCsv() {}

    private static NewDevice body(Cells row) {
        return new NewDevice(
                row.needed("id"),
                row.needed("checkpoint_id"),
                row.text("site"),
                row.text("mode"),
                row.decimal("offset"),
                row.day("calibration_due"));
    }

    static List<@Nullable Object> cells(Device device) {
        return Arrays.asList(
                device.id(),
                device.checkpointId(),
                Names.of(device.site()),
                Names.of(device.mode()),
                BigDecimal.valueOf(device.offset(), 3),
                device.calibrationDue());
    }
}
