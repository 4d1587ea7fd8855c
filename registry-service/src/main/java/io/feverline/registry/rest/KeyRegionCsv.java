package io.feverline.registry.rest;

import io.feverline.registry.events.csv.Cells;
import io.feverline.registry.keyregion.KeyRegion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key regions as CSV. */
final class KeyRegionCsv {
    static final List<String> COLUMNS =
            List.of("id", "name", "area_prefix", "plate_prefix", "level", "valid_from", "valid_to", "legal_basis");

    static final Imports.Form<NewKeyRegion, KeyRegion> FORM =
            new Imports.Form<>(COLUMNS, KeyRegionCsv::body, NewKeyRegion::toKeyRegion);

    private KeyRegionCsv() {}

    private static NewKeyRegion body(Cells row) {
        return new NewKeyRegion(
                row.needed("id"),
                row.needed("name"),
                row.text("area_prefix"),
                row.text("plate_prefix"),
                row.text("level"),
                row.neededTime("valid_from"),
                row.time("valid_to"),
                row.needed("legal_basis"));
    }

    static List<@Nullable Object> cells(KeyRegion region) {
        return Arrays.asList(
                region.id(),
                region.name(),
                region.areaPrefix(),
                region.platePrefix(),
                Names.of(region.level()),
                region.validFrom(),
                region.validTo(),
                region.legalBasis());
    }
}
