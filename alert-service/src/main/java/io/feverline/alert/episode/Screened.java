package io.feverline.alert.episode;

import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import java.time.Duration;
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
 * @param keyRegion the id of the key region that the traveller or the vehicle came from then
 * @param vehicle the token of what they travelled in
 * @param trip its name
 * @param recheckWindow how long after it, should it be a fever, further readings say something about it; by the policy
 * that judged it
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
        Duration recheckWindow,
        @Nullable String platePrefix,
        @Nullable String originArea,
        @Nullable String keyRegion,
        @Nullable String vehicle,
        @Nullable String trip) {

    /**
     * The order in which readings count, however they come in: as they were measured; of the same instant a fever
     * first, so that it can be rechecked; else by id, to have one.
     */
    static final Comparator<Screened> AS_MEASURED = Comparator.comparing(Screened::measuredAt)
            .thenComparing(reading -> !reading.isFever())
            .thenComparing(Screened::id);

    boolean isFever() {
        return verdict.kind() == Verdict.Kind.FEVER;
    }

    /** Until when, the end included, what is measured says something about this fever. */
    Instant windowEnd() {
        return measuredAt.plus(recheckWindow);
    }

    /** How far an episode reaches with this reading that reached so far without: a fever can only make it longer. */
    Instant reaching(Instant soFar) {
        return isFever() && windowEnd().isAfter(soFar) ? windowEnd() : soFar;
    }

    /**
     * Until when a recheck of this fever is waited for. One that came in late is given the whole window from then: its
     * rechecks are late too.
     */
    Instant recheckBy() {
        Instant from = receivedAt.isAfter(measuredAt) ? receivedAt : measuredAt;
        return from.plus(recheckWindow);
    }
}
