package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.keyregion.KeyRegion;
import io.feverline.registry.keyregion.KeyRegionLevel;
import io.feverline.registry.rest.IdCursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of key regions.
 *
 * @param isOfEnded those that have ended, or those that have not
 * @param cursor where it starts; null for the first
 */
record KeyRegionList(
        Page<KeyRegion, String> regions,
        boolean isOfEnded,
        @Nullable String cursor,
        Instant now) {
    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        String next = regions.next();
        return next == null ? null : IdCursor.text(next);
    }

    public List<KeyRegionLevel> levels() {
        return List.of(KeyRegionLevel.values());
    }

    /** Whether it is none yet. */
    public boolean isComing(KeyRegion region) {
        return region.validFrom().isAfter(now);
    }
}
