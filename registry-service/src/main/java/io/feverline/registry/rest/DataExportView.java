package io.feverline.registry.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.registry.rights.DataExport;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a person, to be handed over to them.
 *
 * @param asOf when it was read
 * @param area what is kept elsewhere is not in it
 * @param identities whole, of each document of which one is kept that can be opened
 * @param passages newest first, with the verdicts on them
 * @param followUps oldest first
 * @param arrivals from key regions, newest first
 * @param openings of the identities, these included, oldest first
 */
public record DataExportView(
        Instant asOf,
        String area,
        TravellerView traveller,
        List<IdentityView> identities,
        List<PassageView> passages,
        List<CareView> followUps,
        List<ArrivalView> arrivals,
        List<OpeningView> openings) {
    /**
     * That the identity was opened; by whom is for auditors.
     *
     * @param how masked, full or break-glass
     * @param area of the authority whose official it was
     */
    public record OpeningView(Instant at, String how, String area) {}

    static DataExportView of(DataExport export, String area, Instant asOf, ObjectMapper json) {
        return new DataExportView(
                asOf,
                area,
                TravellerView.of(export.traveller()),
                export.identities().stream()
                        .map(opened -> IdentityView.read(json, opened))
                        .toList(),
                export.passages().stream().map(PassageView::of).toList(),
                export.followUps().stream().map(CareView::of).toList(),
                export.arrivals().stream().map(ArrivalView::of).toList(),
                export.openings().stream()
                        .map(opening -> new OpeningView(opening.at(), Names.of(opening.how()), opening.area()))
                        .toList());
    }
}
