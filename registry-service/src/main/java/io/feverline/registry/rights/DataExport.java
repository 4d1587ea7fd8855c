package io.feverline.registry.rights;

import io.feverline.registry.passage.PastPassage;
import io.feverline.registry.traveller.IdentityAccess;
import io.feverline.registry.traveller.Traveller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a traveller in an official's area.
 *
 * @param identity as JSON; null when none is kept that can be opened
 * @param passages newest first, with the verdicts on them
 * @param openings of the identity, this one included, oldest first
 */
public record DataExport(
        Traveller traveller,
        @Nullable String identity,
        List<PastPassage> passages,
        List<Opening> openings) {
    /**
     * That the identity was opened, and not by whom: officials are persons too.
     *
     * @param area of the authority whose official it was
     */
    public record Opening(Instant at, IdentityAccess.How how, String area) {}

    /** Nothing of it: it must not come into a log. */
    @Override
    public String toString() {
        return "DataExport";
    }
}
