package io.feverline.registry.contact;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose contacts are asked for.
 *
 * @param travellerId the case
 * @param reader passages that the reader may not see are not looked at, neither the case's nor others'
 * @param act what it is asked for
 * @param until the last moment that counts
 * @param days so many before it count
 */
public record ContactQuery(UUID travellerId, Actor reader, Act act, Instant until, int days) {
    /** More would be looked at for long, and tell of no infection. */
    public static final int MOST_DAYS = 60;

    Deed deed() {
        return new Deed(reader, act, travellerId).with("%s to %s".formatted(from(), until));
    }

    Instant from() {
        return until.minus(Duration.ofDays(days));
    }
}
