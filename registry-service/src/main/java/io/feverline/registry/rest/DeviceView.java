package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.DeviceKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device.
 *
 * @param offset °C
 * @param calibrationDue the last day on which its calibration holds; absent when nobody said
 * @param keys the live keys: two while one replaces the other, none when revoked
 * @param key a secret of the device; in the answer that it was drawn for and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceView(
        String id,
        String checkpointId,
        String site,
        String mode,
        double offset,
        boolean revoked,
        long version,
        @Nullable LocalDate calibrationDue,
        List<LiveKeyView> keys,
        @Nullable String key) {
    static DeviceView of(Device device) {
        return of(device, null);
    }

    static DeviceView withKey(Device device, DeviceKey key) {
        return of(device, key.text());
    }

    private static DeviceView of(Device device, @Nullable String key) {
        return new DeviceView(
                device.id(),
                device.checkpointId(),
                Names.of(device.site()),
                Names.of(device.mode()),
                device.offset() / 1000.0,
                device.revoked(),
                device.version(),
                device.calibrationDue(),
                device.keys().stream().map(LiveKeyView::of).toList(),
                key);
    }
}
