package io.feverline.ingest.heartbeat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how far one device's clock is off. One heartbeat tells how much later it arrived than it was sent by the
 * device's clock, which is the network's delay less the skew. A delay is never below zero and now and then small: so of
 * the last eight heartbeats the one that seems to have travelled least is believed, as NTP's clock filter believes the
 * sample of the least delay (RFC 5905, section 10). What remains is an error of that least delay, by which the clock
 * seems too slow; a gateway that needs better measures the round trip with the times that the answer carries.
 *
 * <p>A clock that is set makes all that went before wrong. The device says so, or starts anew, or is seen to jump by
 * more than a second. A heartbeat that was held up longer than that looks the same; the next one that was not puts it
 * right.
 */
public final class ClockFilter {
    /** RFC 5905's NSTAGE. */
    static final int WINDOW = 8;

    static final long JUMP_MILLIS = 1000;

    private final long[] ahead = new long[WINDOW];
    private int next;
    private int samples;
    private @Nullable String bootId;

    /** What is known with one more heartbeat. */
    public ClockSkew add(Heartbeat heartbeat) {
        long sample =
                Duration.between(heartbeat.receivedAt(), heartbeat.clock()).toMillis();
        boolean anew = heartbeat.clockSet()
                || (heartbeat.bootId() != null && !heartbeat.bootId().equals(bootId))
                || Math.abs(sample - largest()) > JUMP_MILLIS;
        if (anew) {
            samples = 0;
            next = 0;
        }
        if (heartbeat.bootId() != null) {
            bootId = heartbeat.bootId();
        }
        ahead[next] = sample;
        next = (next + 1) % WINDOW;
        samples = Math.min(samples + 1, WINDOW);
        return new ClockSkew(largest(), samples);
    }

    private long largest() {
        long largest = ahead[0];
        for (int i = 1; i < samples; i++) {
            largest = Math.max(largest, ahead[i]);
        }
        return largest;
    }
}
