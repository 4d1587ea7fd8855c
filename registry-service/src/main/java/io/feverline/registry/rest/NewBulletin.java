package io.feverline.registry.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin to publish; its figures are the registry's.
 *
 * @param words what there is to say besides; of a correction, why
 */
public record NewBulletin(
        @Size(max = 2000) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE) @Nullable
        String words) {}
