package io.feverline.registry.events.keyregion;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of key regions, past ones included: a passage is judged by the list as of its time. */
public record KeyRegions(List<KeyRegion> regions) {

    public static final KeyRegions NONE = new KeyRegions(List.of());

    /** Orders them: of several that match the first by id is named. */
    public KeyRegions {
        regions = regions.stream().sorted(Comparator.comparing(KeyRegion::id)).toList();
    }

    /**
     * The id of the region that a traveller or a vehicle came from then; null when it is none.
     *
     * @param originArea the traveller's
     * @param platePrefix what can be read of the vehicle's plate
     */
    public @Nullable String origin(Instant time, @Nullable String originArea, @Nullable String platePrefix) {
        for (KeyRegion region : regions) {
            if (region.isOrigin(time, originArea, platePrefix)) {
                return region.id();
            }
        }
        return null;
    }
}
