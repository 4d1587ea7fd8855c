package io.feverline.simulator.people;

import io.feverline.gateway.Vehicle;
import java.util.random.RandomGenerator;

/** A vehicle that stands at the gate, and whose seats are measured one after the other. */
final class Ride {

    private static final String SEAT_LETTERS = "ABCD";
    private static final String PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Place origin;
    private final String plate;
    private final String kind;
    private final String trip;
    private final int seats;
    private int taken;

    private Ride(Place origin, String plate, String kind, String trip, int seats) {
        this.origin = origin;
        this.plate = plate;
        this.kind = kind;
        this.trip = trip;
        this.seats = seats;
    }

    /** A coach with 8 to 45 aboard, or a car with one to five. */
    static Ride draw(boolean coach, RandomGenerator random) {
        Place origin = Place.draw(random);
        String plate = plate(origin, random);
        return coach
                ? new Ride(origin, plate, "coach", "C" + (1_000 + random.nextInt(9_000)), random.nextInt(8, 46))
                : new Ride(origin, plate, "car", "", random.nextInt(1, 6));
    }

    /** Five characters after the prefix, one of them a letter; the authority's shape since 1992 (GA 36). */
    private static String plate(Place origin, RandomGenerator random) {
        char letter = PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length()));
        return origin.platePrefix() + letter + "%04d".formatted(random.nextInt(10_000));
    }

    boolean full() {
        return taken == seats;
    }

    Place origin() {
        return origin;
    }

    Vehicle nextSeat() {
        String seat = (1 + taken / SEAT_LETTERS.length()) + "" + SEAT_LETTERS.charAt(taken % SEAT_LETTERS.length());
        taken++;
        return trip.isEmpty() ? new Vehicle(plate, null, kind, null, null) : new Vehicle(plate, null, kind, trip, seat);
    }
}
