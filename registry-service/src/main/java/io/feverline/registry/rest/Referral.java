package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody goes to a fever clinic.
 *
 * @param place which
 */
public record Referral(
        @NotBlank @Size(max = 200) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String place,

        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String reason) {}
