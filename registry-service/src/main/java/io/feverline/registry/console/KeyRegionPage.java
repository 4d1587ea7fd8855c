package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.keyregion.KeyRegion;
import io.feverline.registry.keyregion.RunReport;
import io.feverline.registry.rest.SeqCursor;
import io.feverline.registry.rest.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One key region, and what changes of it changed.
 *
 * @param cursor where the page of changes starts; null for the first
 */
record KeyRegionPage(
        KeyRegion region,
        Page<RunReport, Long> runs,
        @Nullable String cursor,
        Instant now) {
    /** The page of changes after this; null on the last. */
    @Nullable
    public String next() {
        Long next = runs.next();
        return next == null ? null : SeqCursor.text(next);
    }

    public String seen() {
        return Versions.tag(region.version());
    }

    public boolean isComing() {
        return region.validFrom().isAfter(now);
    }

    public boolean isEnded() {
        Instant end = region.validTo();
        return end != null && !end.isAfter(now);
    }

    /** When it ends unless somebody says otherwise: the next full hour, for it cannot end before now. */
    public String soon() {
        Instant first = isComing() ? region.validFrom() : now;
        return Forms.local(first.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }
}
