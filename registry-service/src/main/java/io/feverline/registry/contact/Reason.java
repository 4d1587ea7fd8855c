package io.feverline.registry.contact;

/** What makes a contact, the closest first. */
public enum Reason {
    /** The same row of seats in one ride. */
    SEAT_ROW,
    /** A row near by in one ride. */
    NEAR_ROWS,
    /** One trip of a vehicle, by its name. */
    TRIP,
    /** One vehicle; whether one trip is not known, for one of them has no name. */
    VEHICLE,
    /** Measured by the device of one bus. */
    BUS,
    /** One checkpoint at nearly the same time. */
    CHECKPOINT
}
