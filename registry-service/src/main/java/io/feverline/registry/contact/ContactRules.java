package io.feverline.registry.contact;

import java.time.Duration;

/**
 * When two travellers are contacts.
 *
 * @param tripWithin so far apart two measurements in one vehicle may be, when their trips' names do not contradict
 * @param rideWithin how long a ride is taken to last that has no name
 * @param checkpointWithin so far apart two measurements at one checkpoint may be
 * @param nearRows so many rows in front of a seat and behind it are near
 * @param seatsAbreast how many seats are in a row where seats are numbered through
 */
public record ContactRules(
        Duration tripWithin, Duration rideWithin, Duration checkpointWithin, int nearRows, int seatsAbreast) {

    public ContactRules {
        if (tripWithin.isNegative() || rideWithin.isNegative() || checkpointWithin.isNegative()) {
            throw new IllegalArgumentException("a contact is within some time");
        }
        if (nearRows < 0 || seatsAbreast < 1) {
            throw new IllegalArgumentException("a row has seats, and as many rows before it as behind");
        }
    }

    /** How far apart two measurements there may be. */
    Duration within(Where where) {
        if (where instanceof Where.Gate gate) {
            return gate.bus() ? rideWithin : checkpointWithin;
        }
        return tripWithin;
    }
}
