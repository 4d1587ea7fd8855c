package io.feverline.registry.journey;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose overdue exits are asked for.
 *
 * @param reader entries that the reader may not see are left out; so are exits
 * @param from of the entry, inclusive
 * @param to of the entry, exclusive
 * @param undeclared also those who did not say where they go
 * @param cursor null for the first page
 */
public record OverdueExitQuery(
        PassageHistory.Of of,
        Actor reader,
        Instant from,
        Instant to,
        boolean undeclared,
        @Nullable HistoryCursor cursor,
        int limit) {
    Deed deed() {
        return new Deed(reader, Act.OVERDUE_EXITS, null).with("%s, %s to %s".formatted(of, from, to));
    }

    HistoryCursor start() {
        return cursor != null ? cursor : HistoryCursor.before(to);
    }
}
