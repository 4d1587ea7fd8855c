package io.feverline.registry;

import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.Place;
import io.feverline.registry.passage.SealedIdentity;
import io.feverline.registry.passage.TravellerSighting;
import io.feverline.registry.passage.VehicleSighting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passages for tests, with one word per thing that matters. */
public record Reading(
        UUID id,
        Instant measuredAt,
        String areaCode,
        @Nullable TravellerSighting traveller,
        @Nullable VehicleSighting vehicle) {
    public static Reading at(Instant measuredAt) {
        return new Reading(UUID.randomUUID(), measuredAt, "360322101", null, null);
    }

    public Reading in(String area) {
        return new Reading(id, measuredAt, area, traveller, vehicle);
    }

    public Reading of(String token) {
        return of(token, new SealedIdentity(new byte[] {1}, new byte[] {2}));
    }

    public Reading of(String token, @Nullable SealedIdentity sealed) {
        var sighting = new TravellerSighting(token, "RESIDENT_ID", true, true, "420100", "360322", sealed);
        return new Reading(id, measuredAt, areaCode, sighting, vehicle);
    }

    public Reading by(String plateToken) {
        var sighting = new VehicleSighting(
                plateToken, "鄂A", true, "COACH", null, "K12", "12A", new SealedIdentity(new byte[] {1}, new byte[] {2
                }));
        return new Reading(id, measuredAt, areaCode, traveller, sighting);
    }

    public Passage passage() {
        return new Passage(
                id,
                measuredAt,
                measuredAt.plusMillis(40),
                new Place("device-1", "shangli-exit-north", areaCode, 7L, "boot-1"),
                new Measurement("LIVE", false, 36_600, "BODY", "FOREHEAD", 0, null),
                null,
                traveller,
                vehicle);
    }
}
