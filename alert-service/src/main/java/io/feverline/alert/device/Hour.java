package io.feverline.alert.device;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an hour came to.
 *
 * @param from when it began
 * @param screened live readings
 * @param suspected fevers that opened an episode
 * @param confirmed how many of these episodes a second fever has confirmed since
 */
public record Hour(Instant from, long screened, long suspected, long confirmed) {

    /** Of a thousand readings; null when there were none. */
    public @Nullable BigDecimal suspectedPerThousand() {
        return perThousand(suspected);
    }

    /** Of a thousand readings; null when there were none. */
    public @Nullable BigDecimal confirmedPerThousand() {
        return perThousand(confirmed);
    }

    private @Nullable BigDecimal perThousand(long count) {
        return screened == 0
                ? null
                : BigDecimal.valueOf(count * 1_000).divide(BigDecimal.valueOf(screened), 1, RoundingMode.HALF_UP);
    }
}
