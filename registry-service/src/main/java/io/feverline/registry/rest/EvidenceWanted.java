package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What evidence is asked for.
 *
 * @param purpose what for; kept in the record, and in the archive
 * @param from RFC 3339, inclusive; absent: so many days before {@code to}
 * @param to RFC 3339, exclusive; absent for now
 */
public record EvidenceWanted(
        @NotBlank @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE)
        String purpose,

        @Nullable String from,
        @Nullable String to) {}
