package io.feverline.simulator.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person of the study.
 *
 * @param id the study's own pseudonym
 * @param foreheads m°C, the warmest point of the forehead's centre in each valid round, round order
 * @param oral m°C, the oral reference; null when its cell is unusable
 * @param ambient m°C; null when its cell is unusable
 */
public record Subject(
        String id,
        List<Integer> foreheads,
        @Nullable Integer oral,
        @Nullable Integer ambient) {

    /** Copies the list. */
    public Subject {
        foreheads = List.copyOf(foreheads);
    }

    /** How many readings this person gives. */
    public int readings() {
        return foreheads.size() + (oral == null ? 0 : 1);
    }
}
