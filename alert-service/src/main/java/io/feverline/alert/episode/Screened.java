package io.feverline.alert.episode;

import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading with its verdict, and what is told of it.
 *
 * @param measuredAt by the device's clock
 * @param receivedAt by the door's
 * @param historic came late or by a clock that ran ahead
 * @param recheckOf the reading that this one says it rechecks
 * @param traveller the token of whom it concerns; null when nobody was asked
 * @param areaCode the checkpoint's
 */
public record Screened(
        UUID id,
        Instant measuredAt,
        Instant receivedAt,
        boolean historic,
        @Nullable UUID recheckOf,
        @Nullable String traveller,
        String deviceId,
        String checkpointId,
        String areaCode,
        Site site,
        Verdict verdict,
        @Nullable String platePrefix,
        @Nullable String originArea) {

    /**
     * The order in which readings count, however they come in: as they were measured; of the same instant a fever first, so that it can be
     * rechecked; else by id, to have one.
     */
    static final Comparator<Screened> AS_MEASURED = Comparator.comparing(Screened::measuredAt)
            .thenComparing(reading -> !reading.isFever())
            .thenComparing(Screened::id);

    boolean isFever() {
        return verdict.kind() == Verdict.Kind.FEVER;
    }
}
