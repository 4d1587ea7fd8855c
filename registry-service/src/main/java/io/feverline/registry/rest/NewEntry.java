package io.feverline.registry.rest;

import io.feverline.registry.followup.rule.Observation;
import io.feverline.registry.followup.rule.Symptom;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody was.
 *
 * @param takenAt when the temperature was taken
 * @param temperature °C of the body
 * @param symptoms none when absent
 * @param note never who it is
 */
public record NewEntry(
        @NotNull OffsetDateTime takenAt,

        @NotNull @DecimalMin("30") @DecimalMax("45") @Digits(integer = 2, fraction = 2)
        BigDecimal temperature,

        @Size(max = 20) @Nullable List<String> symptoms,

        @Size(max = 500) @Pattern(regexp = Shapes.WORDS, message = Shapes.WORDS_MESSAGE) @Nullable
        String note) {
    private static final Set<String> KNOWN =
            Stream.of(Symptom.values()).map(Names::of).collect(Collectors.toUnmodifiableSet());

    @AssertTrue(message = "未知症状 / a symptom is none of the documented ones")
    @Schema(hidden = true)
    boolean isOfKnownSymptoms() {
        return symptoms == null || symptoms.stream().allMatch(name -> name != null && KNOWN.contains(name));
    }

    /** The same in the domain's words. */
    public Observation toObservation() {
        Set<Symptom> known = symptoms == null
                ? Set.of()
                : symptoms.stream()
                        .map(name -> Names.parse(Symptom.class, name))
                        .collect(Collectors.toSet());
        return new Observation(
                takenAt.toInstant(), temperature.movePointRight(3).intValueExact(), known, note);
    }
}
