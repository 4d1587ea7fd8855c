package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * That a person is to be forgotten; kept in the record.
 *
 * @param reason such as whose application it is
 * @param legalBasis such as PIPL Art. 47
 */
public record ErasureOrder(
        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String reason,

        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String legalBasis) {}
