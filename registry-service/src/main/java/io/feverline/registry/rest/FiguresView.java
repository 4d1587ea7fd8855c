package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Stated;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report.
 *
 * @param screened readings, rechecks left out
 * @param suspected fevers at first measurement, one for each screening episode
 * @param confirmed those of them that a second measurement confirmed
 * @param referred how many were sent to a fever clinic; absent where devices count
 * @param keyRegion readings, rechecks left out, of travellers or vehicles from a key region
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiguresView(
        int screened,
        int suspected,
        int confirmed,
        @Nullable Integer referred,
        int keyRegion) {
    static FiguresView of(Stated stated) {
        return of(stated.counts(), stated.referred());
    }

    static FiguresView of(Counts counts) {
        return of(counts, null);
    }

    private static FiguresView of(Counts counts, @Nullable Integer referred) {
        return new FiguresView(counts.screened(), counts.suspected(), counts.confirmed(), referred, counts.keyRegion());
    }
}
