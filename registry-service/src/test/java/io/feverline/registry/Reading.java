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
        Instant receivedAt,
        Place place,
        @Nullable TravellerSighting traveller,
        @Nullable VehicleSighting vehicle) {
    public static Reading at(Instant measuredAt) {
        var place = new Place("device-1", "shangli-exit-north", "360322101", null, null);
        return new Reading(UUID.randomUUID(), measuredAt, measuredAt.plusMillis(40), place, null, null);
    }

    /** The same id, measured and received at another time. */
    public Reading measured(Instant time) {
        return new Reading(id, time, time.plusMillis(40), place, traveller, vehicle);
    }

    /** The same reading, received at another time. */
    public Reading received(Instant time) {
        return new Reading(id, measuredAt, time, place, traveller, vehicle);
    }

    public Reading in(String area) {
        var elsewhere = new Place(place.deviceId(), place.checkpointId(), area, place.seq(), place.bootId());
        return new Reading(id, measuredAt, receivedAt, elsewhere, traveller, vehicle);
    }

    public Reading through(String checkpoint) {
        var there = new Place(place.deviceId(), checkpoint, place.areaCode(), place.seq(), place.bootId());
        return new Reading(id, measuredAt, receivedAt, there, traveller, vehicle);
    }

    public Reading numbered(String device, @Nullable String boot, long seq) {
        var numbered = new Place(device, place.checkpointId(), place.areaCode(), seq, boot);
        return new Reading(id, measuredAt, receivedAt, numbered, traveller, vehicle);
    }

    public Reading of(String token) {
        return of(token, new SealedIdentity(new byte[] {1}, new byte[] {2}));
    }

    public Reading of(String token, @Nullable SealedIdentity sealed) {
        var sighting = new TravellerSighting(token, "RESIDENT_ID", true, true, "510100", "360322", sealed);
        return new Reading(id, measuredAt, receivedAt, place, sighting, vehicle);
    }

    public Reading by(String plateToken) {
        return by(plateToken, "K12", "12A");
    }

    public Reading by(String plateToken, @Nullable String trip, @Nullable String seat) {
        var sealed = new SealedIdentity(new byte[] {1}, new byte[] {2});
        var sighting = new VehicleSighting(plateToken, "川A", true, "COACH", null, trip, seat, sealed);
        return new Reading(id, measuredAt, receivedAt, place, traveller, sighting);
    }

    public Passage passage() {
        return new Passage(
                id,
                measuredAt,
                receivedAt,
                place,
                new Measurement("LIVE", false, 36_600, "BODY", "FOREHEAD", 0, null),
                null,
                traveller,
                vehicle);
    }
}
