package io.feverline.registry.rest;

import io.feverline.registry.device.EnrolmentCode;
import io.feverline.registry.device.Enrolments;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes to draw, and what the devices that redeem them will be.
 *
 * @param count how many
 * @param site where they measure; forehead when absent
 * @param mode whether they adjust to the body themselves; body when absent
 * @param offset °C to add to a reading of bare skin; 0 when absent
 * @param validDays for how long they can be redeemed; 7 when absent
 */
public record NewEnrolments(
        @Min(1) @Max(500) int count,
        @Pattern(regexp = Shapes.MEASURING_SITE) @Nullable String site,
        @Pattern(regexp = Shapes.MEASURING_MODE) @Nullable String mode,

        @DecimalMin("-10") @DecimalMax("10") @Digits(integer = 2, fraction = 3) @Nullable
        BigDecimal offset,

        @Min(1) @Max(90) @Nullable Integer validDays) {
    private static final int DEFAULT_DAYS = 7;

    /** New ones, as many as are wanted. */
    public List<EnrolmentCode> draw() {
        return Stream.generate(EnrolmentCode::draw).limit(count).toList();
    }

    /** The same in the domain's words. */
    public Enrolments.Terms at(String checkpointId) {
        return new Enrolments.Terms(
                checkpointId,
                site == null ? MeasuringSite.FOREHEAD : Names.parse(MeasuringSite.class, site),
                mode == null ? MeasuringMode.BODY : Names.parse(MeasuringMode.class, mode),
                offset == null ? 0 : offset.movePointRight(3).intValueExact(),
                Duration.ofDays(validDays == null ? DEFAULT_DAYS : validDays));
    }
}
