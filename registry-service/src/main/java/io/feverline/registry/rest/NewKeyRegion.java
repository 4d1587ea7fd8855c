package io.feverline.registry.rest;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.keyregion.KeyRegion;
import io.feverline.registry.keyregion.KeyRegionLevel;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key region to list.
 *
 * @param areaPrefix what the area code of a traveller's origin begins with; this or the plate's, or both. The full
 *     code of a province or city, such as 420000, stands for all of it
 * @param platePrefix what a number plate begins with: 鄂, or 鄂A
 * @param level high when absent
 * @param validTo not included; absent as long as no end is known
 * @param legalBasis the order or notice that says so
 */
public record NewKeyRegion(
        @NotNull @Pattern(regexp = Shapes.ID) String id,
        @NotBlank @Size(max = 100) String name,
        @Pattern(regexp = "[0-9]{2,12}") @Nullable String areaPrefix,
        @Pattern(regexp = "\\p{IsHan}[A-Z]?") @Nullable String platePrefix,
        @Pattern(regexp = "high|medium") @Nullable String level,
        @NotNull OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        @NotBlank @Size(max = 500) String legalBasis) {

    @AssertTrue(message = "areaPrefix 与 platePrefix 至少须有一个 / areaPrefix or platePrefix is needed")
    @Schema(hidden = true)
    boolean isAnywhere() {
        return areaPrefix != null || platePrefix != null;
    }

    @AssertTrue(message = "validTo 须晚于 validFrom / validTo is after validFrom")
    @Schema(hidden = true)
    boolean isForATime() {
        return validTo == null || validTo.isAfter(validFrom);
    }

    /** The same in the domain's words. */
    public KeyRegion toKeyRegion() {
        return new KeyRegion(
                id,
                name,
                areaPrefix == null ? null : AreaScope.of(areaPrefix).prefix(),
                platePrefix,
                level == null ? KeyRegionLevel.HIGH : Names.parse(KeyRegionLevel.class, level),
                validFrom.toInstant(),
                validTo == null ? null : validTo.toInstant(),
                legalBasis);
    }
}
