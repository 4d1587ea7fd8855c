package io.feverline.registry.rest;

import io.feverline.registry.vehicle.Vehicle;
import java.time.Instant;
import java.util.UUID;

/** A vehicle, without the plate. */
public record VehicleView(
        UUID id, String platePrefix, boolean plateValid, String kind, Instant firstSeenAt, Instant lastSeenAt) {
    static VehicleView of(Vehicle vehicle) {
        return new VehicleView(
                vehicle.id(),
                vehicle.platePrefix(),
                vehicle.plateValid(),
                Names.of(vehicle.kind()),
                vehicle.firstSeenAt(),
                vehicle.lastSeenAt());
    }
}
