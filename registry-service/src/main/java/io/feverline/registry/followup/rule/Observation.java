package io.feverline.registry.followup.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody was.
 *
 * @param takenAt by the worker's clock, to the millisecond
 * @param temperature m°C, of the body
 * @param note never who it is
 */
public record Observation(
        Instant takenAt,
        int temperature,
        Set<Symptom> symptoms,
        @Nullable String note) {
    /** m°C, from which on it is a fever: 37.3 °C, as in the county's checkpoints and in the protocol for contacts. */
    public static final int FEVER = 37_300;

    /** So far a worker's clock may be ahead; as far as a gateway's. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    public Observation {
        takenAt = takenAt.truncatedTo(ChronoUnit.MILLIS);
        symptoms = symptoms.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(symptoms));
    }

    /** Whether the person should be referred. */
    public boolean isFeverish() {
        return temperature >= FEVER || symptoms.contains(Symptom.FEVER);
    }

    /** Whether it can have been taken: from the half day in which the follow-up began, until now. */
    public boolean isPossible(Instant opened, Instant now, HalfDays halfDays) {
        return halfDays.numberAt(takenAt) >= halfDays.numberAt(opened) && !takenAt.isAfter(now.plus(AHEAD));
    }
}
