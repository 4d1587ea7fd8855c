package io.feverline.registry.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A contact's being where the case was, judged.
 *
 * @param apart between the two's measurements, at the least; zero when the times that they span overlap
 * @param overlap how long both were there. At a checkpoint everybody is taken to stay for as long as the rule is wide;
 *     aboard, from the first measurement to the last. Null when that does not tell
 * @param rowsApart between their seats; null when it cannot be told
 */
public record Encounter(
        Reason reason,
        Presence presence,
        Duration apart,
        @Nullable Duration overlap,
        @Nullable Integer rowsApart) {
    /** The closest first, of equally close ones the newest. */
    static final Comparator<Encounter> CLOSEST = Comparator.comparing(Encounter::reason)
            .thenComparing(Encounter::apart)
            .thenComparing(encounter -> encounter.presence.last(), Comparator.reverseOrder());

    static Encounter of(Presence presence, ContactRules rules) {
        Stay stay = presence.stay();
        Instant bothFrom = later(stay.first(), presence.first());
        Instant bothUntil = earlier(stay.last(), presence.last());
        Duration both = Duration.between(bothFrom, bothUntil);
        Duration apart = both.isNegative() ? both.negated() : Duration.ZERO;
        if (stay.where() instanceof Where.Gate gate) {
            return gate.bus()
                    ? new Encounter(Reason.BUS, presence, apart, ifPositive(both), null)
                    : new Encounter(Reason.CHECKPOINT, presence, apart, both.plus(rules.checkpointWithin()), null);
        }
        Integer rows = SeatRow.apart(stay.seats(), presence.seats(), rules.seatsAbreast());
        return new Encounter(aboard(presence, apart, rows, rules), presence, apart, ifPositive(both), rows);
    }

    /** Seats of two rides are no neighbours: without a name, a ride is one for as long as rides last. */
    private static Reason aboard(Presence presence, Duration apart, @Nullable Integer rows, ContactRules rules) {
        boolean named =
                presence.trip() != null && presence.stay().where() instanceof Where.Ride ride && ride.trip() != null;
        if (rows != null && rows <= rules.nearRows() && (named || apart.compareTo(rules.rideWithin()) <= 0)) {
            return rows == 0 ? Reason.SEAT_ROW : Reason.NEAR_ROWS;
        }
        return named ? Reason.TRIP : Reason.VEHICLE;
    }

    private static @Nullable Duration ifPositive(Duration time) {
        return time.isNegative() || time.isZero() ? null : time;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
