package io.feverline.simulator.plan;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reading ids by name: the same run label, seed and name give the same id, and so the same reading.
 *
 * @param run the run's label; another label makes other readings of the same people
 * @param seed the fleet's seed
 */
public record ReadingIds(String run, long seed) {

    /** The id of the reading that this name stands for. */
    public UUID of(String name) {
        return UUID.nameUUIDFromBytes((run + '/' + seed + '/' + name).getBytes(StandardCharsets.UTF_8));
    }
}
