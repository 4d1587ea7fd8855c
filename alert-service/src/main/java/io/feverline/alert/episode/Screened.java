package io.feverline.alert.episode;

import io.feverline.alert.rule.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading with its verdict, as far as an episode cares.
 *
 * @param measuredAt by the device's clock
 * @param historic came late or by a clock that ran ahead
 * @param recheckOf the reading that this one says it rechecks
 */
public record Screened(
        UUID id,
        Instant measuredAt,
        boolean historic,
        @Nullable UUID recheckOf,
        Verdict.Kind verdict) {

    boolean isFever() {
        return verdict == Verdict.Kind.FEVER;
    }
}
