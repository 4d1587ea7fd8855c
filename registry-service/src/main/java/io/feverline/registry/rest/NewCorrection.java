package io.feverline.registry.rest;

import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Stated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The figures that are to stand from now on, and why. */
public record NewCorrection(
        @NotNull @Min(0) @Max(1_000_000) Integer screened,
        @NotNull @Min(0) @Max(1_000_000) Integer suspected,
        @NotNull @Min(0) @Max(1_000_000) Integer confirmed,
        @NotNull @Min(0) @Max(1_000_000) Integer referred,
        @NotNull @Min(0) @Max(1_000_000) Integer keyRegion,

        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String reason) {
    /** The same in the domain's words. */
    public Stated stated() {
        return new Stated(new Counts(screened, suspected, confirmed, keyRegion), referred);
    }
}
