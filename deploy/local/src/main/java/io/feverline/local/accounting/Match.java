package io.feverline.local.accounting;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What was to be found against what was found.
 *
 * @param expected readings that must be there
 * @param found rows that are there for them
 * @param missing expected, not found
 * @param besides found without being expected, or more than once
 */
public record Match(int expected, int found, int missing, int besides) {
    /**
     * Compares ids.
     *
     * @param mustBe each exactly once
     * @param mayBe once or not at all: readings that were never answered
     * @param found as often as it was found
     */
    static Match of(Collection<UUID> mustBe, Set<UUID> mayBe, Collection<UUID> found) {
        Set<UUID> missing = new HashSet<>(mustBe);
        Set<UUID> maybe = new HashSet<>(mayBe);
        int right = 0;
        int besides = 0;
        for (UUID id : found) {
            if (missing.remove(id)) {
                right++;
            } else if (!maybe.remove(id)) {
                besides++;
            }
        }
        return new Match(mustBe.size(), right, missing.size(), besides);
    }

    /** Whether nothing is missing and nothing there besides. */
    public boolean agrees() {
        return missing == 0 && besides == 0;
    }
}
