package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.feverline.registry.rest.IdCursor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of devices.
 *
 * @param names what checkpoints are called, by their ids
 * @param cursor where it starts; null for the first
 */
record DeviceList(
        Page<Device, String> page,
        Map<String, String> names,
        @Nullable String cursor,
        LocalDate today) {
    public List<DeviceRow> rows() {
        return page.items().stream()
                .map(device ->
                        new DeviceRow(device, names.getOrDefault(device.checkpointId(), device.checkpointId()), today))
                .toList();
    }

    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        String next = page.next();
        return next == null ? null : IdCursor.text(next);
    }

    public List<MeasuringSite> sites() {
        return List.of(MeasuringSite.values());
    }

    public List<MeasuringMode> modes() {
        return List.of(MeasuringMode.values());
    }
}
