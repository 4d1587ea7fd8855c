package io.feverline.registry.followup;

import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.Observation;
import java.time.Instant;
import java.util.UUID;

/**
 * What a grid worker wrote down.
 *
 * @param id chosen by the worker's phone
 * @param revision 1, and one more with each correction
 * @param superseded it was corrected later
 * @param actor who wrote it
 */
public record Entry(
        UUID id,
        int revision,
        boolean superseded,
        HalfDay halfDay,
        Observation observation,
        String actor,
        Instant recordedAt) {}
