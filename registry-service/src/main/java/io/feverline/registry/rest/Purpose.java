package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an identity is opened for; kept in the record of the opening.
 *
 * @param view null for masked
 */
public record Purpose(
        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String purpose,

        @Schema(
                description = "What is to be seen; all of it is an act of its own.",
                enumeration = {"masked", "full"},
                defaultValue = "masked")
        @Nullable
        View view) {
    /** How much is to be seen. */
    public enum View {
        @JsonProperty("masked")
        MASKED,
        @JsonProperty("full")
        FULL
    }
}
