package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.keyregion.KeyRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key region. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRegionView(
        String id,
        String name,
        @Nullable String areaPrefix,
        @Nullable String platePrefix,
        String level,
        Instant validFrom,
        @Nullable Instant validTo,
        String legalBasis,
        long version) {
    static KeyRegionView of(KeyRegion region) {
        return new KeyRegionView(
                region.id(),
                region.name(),
                region.areaPrefix(),
                region.platePrefix(),
                Names.of(region.level()),
                region.validFrom(),
                region.validTo(),
                region.legalBasis(),
                region.version());
    }
}
