package io.feverline.registry.console;

import io.feverline.registry.rest.NewKeyRegion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A key region as it was typed.
 *
 * @param validFrom by the county's clock; now when empty
 */
record KeyRegionForm(
        @RestForm @Nullable String id,
        @RestForm @Nullable String name,
        @RestForm @Nullable String areaPrefix,
        @RestForm @Nullable String platePrefix,
        @RestForm @Nullable String level,
        @RestForm @Nullable String validFrom,
        @RestForm @Nullable String validTo,
        @RestForm @Nullable String legalBasis) {
    /** As the API takes it. */
    NewKeyRegion body(Instant now) {
        OffsetDateTime from = Forms.time(validFrom);
        return new NewKeyRegion(
                Forms.needed(id),
                Forms.needed(name),
                Forms.text(areaPrefix),
                Forms.text(platePrefix),
                Forms.text(level),
                from == null ? now.atOffset(ZoneOffset.UTC) : from,
                Forms.time(validTo),
                Forms.needed(legalBasis));
    }
}
