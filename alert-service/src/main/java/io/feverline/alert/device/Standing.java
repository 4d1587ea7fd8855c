package io.feverline.alert.device;

import io.feverline.alert.device.Judgement.Ill;
import io.feverline.alert.device.Judgement.Well;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one finding of one device.
 *
 * @param suspectedAt since when a rule says so that is not believed at once
 * @param since from when on something is wrong; null when nothing was found yet
 * @param until when it ended; null while it is so
 * @param value what was seen when it was found
 * @param limit what that was held against
 */
public record Standing(
        @Nullable Instant suspectedAt,
        @Nullable Instant since,
        @Nullable Instant until,
        long value,
        long limit) {
    static final Standing NOTHING = new Standing(null, null, null, 0, 0);

    /** Whether something is wrong. */
    public boolean stands() {
        return since != null && until == null;
    }

    /**
     * How it stands after a judgement.
     *
     * @param patience for how long a rule has to say so
     */
    Standing after(Judgement judgement, Duration patience, Instant now) {
        if (judgement instanceof Ill ill) {
            return stands() ? this : found(ill, patience, now);
        }
        if (!(judgement instanceof Well)) {
            return this;
        }
        if (since != null && until == null) {
            return new Standing(null, since, later(now, since.plusMillis(1)), value, limit);
        }
        return suspectedAt == null ? this : new Standing(null, since, until, value, limit);
    }

    private Standing found(Ill ill, Duration patience, Instant now) {
        if (!patience.isZero()) {
            if (suspectedAt == null) {
                return new Standing(now, since, until, value, limit);
            }
            if (now.isBefore(suspectedAt.plus(patience))) {
                return this;
            }
        }
        Instant from = suspectedAt == null ? ill.since() : suspectedAt;
        // A second one begins after the first has ended, whatever it is found by.
        return new Standing(null, until == null ? from : later(from, until), null, ill.value(), ill.limit());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
