package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.keyregion.RunReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the list changed: in the caller's area, by where the checkpoints are.
 *
 * @param version the region's, after the change
 * @param changedBy who changed the list
 * @param from passages from then on are looked at
 * @param to not included; absent when all later ones are
 * @param finishedAt absent as long as passages are looked at
 * @param passages looked at so far
 * @param added arrivals that were not known before
 * @param withdrawn arrivals that are none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRegionRunView(
        long version,
        String changedBy,
        Instant changedAt,
        Instant from,
        @Nullable Instant to,
        @Nullable Instant finishedAt,
        long passages,
        long added,
        long withdrawn) {
    static KeyRegionRunView of(RunReport report) {
        return new KeyRegionRunView(
                report.regionVersion(),
                report.changedBy(),
                report.changedAt(),
                report.from(),
                report.to(),
                report.finishedAt(),
                report.passages(),
                report.added(),
                report.withdrawn());
    }
}
