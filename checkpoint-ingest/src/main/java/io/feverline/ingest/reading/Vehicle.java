package io.feverline.ingest.reading;

import org.jspecify.annotations.Nullable;

/** What a traveller came in. Never printed. */
public record Vehicle(
        String plate,
        @Nullable String trailerPlate,
        VehicleKind kind,
        @Nullable String trip,
        @Nullable String seat) {

    /** Says nothing about anybody. */
    @Override
    public String toString() {
        return "Vehicle[sealed]";
    }
}
