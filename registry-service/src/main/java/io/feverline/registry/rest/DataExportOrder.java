package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * That a person's data is to be given out.
 *
 * @param purpose what for, such as whose application it is; kept in the record
 */
public record DataExportOrder(
        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String purpose) {}
