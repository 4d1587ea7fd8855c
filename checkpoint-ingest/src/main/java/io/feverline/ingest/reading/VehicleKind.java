package io.feverline.ingest.reading;

/** Kinds of vehicles. */
public enum VehicleKind {
    CAR,
    COACH,
    BUS,
    TRUCK,
    TAXI,
    MOTORCYCLE,
    OTHER
}
