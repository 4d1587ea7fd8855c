package io.feverline.registry.rights;

import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.keyregion.Arrival;
import io.feverline.registry.passage.PastPassage;
import io.feverline.registry.traveller.IdentityAccess;
import io.feverline.registry.traveller.Traveller;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a traveller in an official's area.
 *
 * @param identities of all documents, as JSON; of each none when none is kept that can be opened
 * @param passages newest first, with the verdicts on them
 * @param followUps oldest first
 * @param arrivals from key regions, newest first
 * @param openings of the identities, these included, oldest first
 */
public record DataExport(
        Traveller traveller,
        List<String> identities,
        List<PastPassage> passages,
        List<FollowUpDetail> followUps,
        List<Arrival> arrivals,
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
