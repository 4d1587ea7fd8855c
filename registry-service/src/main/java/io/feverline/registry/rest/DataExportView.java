package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.registry.rights.DataExport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person, to be handed over to them.
 *
 * @param asOf when it was read
 * @param area what is kept elsewhere is not in it
 * @param identity whole; absent when none is kept that can be opened
 * @param passages newest first, with the verdicts on them
 * @param openings of the identity, this one included, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataExportView(
        Instant asOf,
        String area,
        TravellerView traveller,
        @Nullable IdentityView identity,
        List<PassageView> passages,
        List<OpeningView> openings) {
    /**
     * That the identity was opened; by whom is for auditors.
     *
     * @param how masked, full or break-glass
     * @param area of the authority whose official it was
     */
    public record OpeningView(Instant at, String how, String area) {}

    static DataExportView of(DataExport export, String area, Instant asOf, ObjectMapper json) {
        String identity = export.identity();
        return new DataExportView(
                asOf,
                area,
                TravellerView.of(export.traveller()),
                identity == null ? null : IdentityView.read(json, identity),
                export.passages().stream().map(PassageView::of).toList(),
                export.openings().stream()
                        .map(opening -> new OpeningView(opening.at(), Names.of(opening.how()), opening.area()))
                        .toList());
    }
}
