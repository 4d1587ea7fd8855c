package io.feverline.ingest.quota;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** One token bucket for each of many: full at first, and filled at an even pace. */
final class Policy {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final int burst;
    private final long secondsToFill;
    private final LoadingCache<String, Bucket> buckets;

    Policy(String name, int burst, int perSecond, Ticker ticker) {
        this.name = name;
        this.burst = burst;
        this.secondsToFill = ceilDiv(burst, perSecond);
        var time = new Ticks(ticker);
        this.buckets = Caffeine.newBuilder()
                // By then a bucket is full, as a new one would be: to forget it changes nothing.
                .expireAfterAccess(Duration.ofSeconds(secondsToFill))
                .ticker(ticker)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes all of it, or none when there is not enough. */
    Allowance take(String key, int readings) {
        return allowance(buckets.get(key).tryConsumeAndReturnRemaining(readings));
    }

    void giveBack(String key, int readings) {
        buckets.get(key).addTokens(readings);
    }

    void owe(String key, int readings) {
        buckets.get(key).consumeIgnoringRateLimits(readings);
    }

    /** As an item of the RateLimit-Policy header. */
    String header() {
        return '"' + name + "\";q=" + burst + ";w=" + secondsToFill + ";qu=\"readings\"";
    }

    /** How many buckets are kept. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Allowance allowance(ConsumptionProbe probe) {
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Allowance(probe.isConsumed(), name, Math.max(0, probe.getRemainingTokens()), ceilDiv(nanos, NANOS));
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Bucket4j's view of the same time. */
    private record Ticks(Ticker ticker) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
