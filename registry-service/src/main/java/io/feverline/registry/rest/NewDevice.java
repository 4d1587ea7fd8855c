package io.feverline.registry.rest;

import io.feverline.registry.device.Device;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A device to register.
 *
 * @param site where it measures; forehead when absent
 * @param mode whether it adjusts to the body itself; body when absent
 * @param offset °C to add to a reading of bare skin; 0 when absent
 * @param calibrationDue the last day on which its calibration holds
 */
public record NewDevice(
        @NotNull @Pattern(regexp = Shapes.ID) String id,
        @NotNull @Pattern(regexp = Shapes.ID) String checkpointId,
        @Pattern(regexp = Shapes.MEASURING_SITE) @Nullable String site,
        @Pattern(regexp = Shapes.MEASURING_MODE) @Nullable String mode,

        @DecimalMin("-10") @DecimalMax("10") @Digits(integer = 2, fraction = 3) @Nullable
        BigDecimal offset,

        @Nullable LocalDate calibrationDue) {
    /** The same in the domain's words. */
    public Device toDevice() {
        var device = new Device(
                id,
                checkpointId,
                site == null ? MeasuringSite.FOREHEAD : Names.parse(MeasuringSite.class, site),
                mode == null ? MeasuringMode.BODY : Names.parse(MeasuringMode.class, mode),
                offset == null ? 0 : offset.movePointRight(3).intValueExact());
        device.calibrate(calibrationDue);
        return device;
    }
}
