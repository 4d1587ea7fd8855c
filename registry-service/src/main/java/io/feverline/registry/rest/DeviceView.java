package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.DeviceKey;
import org.jspecify.annotations.Nullable;

/**
 * A device.
 *
 * @param offset °C
 * @param key the device's secret; in the answer to its registration and never again
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
                key);
    }
}
