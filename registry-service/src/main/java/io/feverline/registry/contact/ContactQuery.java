package io.feverline.registry.contact;

import io.feverline.events.access.AreaScope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose contacts are asked for.
 *
 * @param travellerId the case
 * @param scope passages elsewhere are not looked at, neither the case's nor others'
 * @param until the last moment that counts
 * @param days so many before it count
 */
public record ContactQuery(UUID travellerId, AreaScope scope, Instant until, int days) {
    /** More would be looked at for long, and tell of no infection. */
    public static final int MOST_DAYS = 60;

    Instant from() {
        return until.minus(Duration.ofDays(days));
    }
}
