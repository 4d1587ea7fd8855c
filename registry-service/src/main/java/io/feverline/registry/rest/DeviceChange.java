package io.feverline.registry.rest;

import io.feverline.registry.device.Device;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is to be and how it is to measure; its keys and its calibration stay.
 *
 * @param site where it measures; forehead when absent
 * @param mode whether it adjusts to the body itself; body when absent
 * @param offset °C to add to a reading of bare skin; 0 when absent
 */
public record DeviceChange(
        @NotNull @Pattern(regexp = Shapes.ID) String checkpointId,
        @Pattern(regexp = Shapes.MEASURING_SITE) @Nullable String site,
        @Pattern(regexp = Shapes.MEASURING_MODE) @Nullable String mode,

        @DecimalMin("-10") @DecimalMax("10") @Digits(integer = 2, fraction = 3) @Nullable
        BigDecimal offset) {
    /** The same in the domain's words. */
    public Device of(String id) {
        return new NewDevice(id, checkpointId, site, mode, offset, null).toDevice();
    }
}
