package io.feverline.ingest;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The door's clock and its ticker, which stand still until a test lets time pass. */
@Alternative
@Singleton
public class FastTime {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-25T16:00:00Z");

    private volatile Duration passed = Duration.ZERO;

    @Produces
    @Singleton
    InstantSource clock() {
        return () -> MIDNIGHT.plus(passed);
    }

    @Produces
    @Singleton
    Ticker ticker() {
        return () -> passed.toNanos();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        passed = passed.plus(time);
    }
}
