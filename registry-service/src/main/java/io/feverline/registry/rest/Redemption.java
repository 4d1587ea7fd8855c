package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A code to redeem, and the id that the gateway will have. */
public record Redemption(
        @NotBlank @Size(max = 64) String code,
        @NotNull @Pattern(regexp = Shapes.ID) String deviceId) {
    /** Not the code: it must not come into a log. */
    @Override
    public String toString() {
        return "Redemption";
    }
}
