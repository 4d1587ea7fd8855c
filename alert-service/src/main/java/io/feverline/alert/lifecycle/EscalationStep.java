package io.feverline.alert.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A step that an alert was taken up because nobody acknowledged it in time.
 *
 * @param level who has to know from then on
 * @param units of that level which were answerable for the alert; none when nobody was
 */
public record EscalationStep(Level level, Instant takenAt, List<Told> units) {

    /**
     * A unit as it was then.
     *
     * @param onDuty by the subjects of their tokens
     */
    public record Told(UUID unit, String name, List<String> onDuty) {}
}
