package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * That two travellers are one person.
 *
 * @param other who is merged into the one that is asked for
 * @param reason what proves it; kept in the record
 */
public record NewMerge(
        @NotNull UUID other,

        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String reason) {}
