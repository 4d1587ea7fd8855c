package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why the glass is broken; kept in the record, and looked into. */
public record Emergency(
        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String reason) {}
