package io.feverline.ingest.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.DocumentNumbers;
import io.feverline.events.identity.Phones;
import io.feverline.events.identity.Plates;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.config.IdentityConfig;
import io.feverline.ingest.events.DocumentType;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.SealedVehicle;
import io.feverline.ingest.events.VehicleKind;
import io.feverline.ingest.reading.Members;
import io.feverline.ingest.reading.Traveller;
import io.feverline.ingest.reading.Vehicle;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a traveller and a vehicle into what may leave the door: a token to compare, flags, and a seal. */
@Singleton
public class Identities {
    private static final JsonFactory JSON = new JsonFactory();

    private final BlindIndex index;

    public Identities(IdentityConfig config) {
        index = BlindIndex.load(config.tokenKeyset());
    }

    /** A traveller for the wire, sealed under a data key and bound to the reading. */
    public SealedTraveller seal(Traveller traveller, UUID readingId, DataKey key) {
        var type = DocumentType.valueOf(traveller.documentType().name());
        var document = DocumentNumbers.normalise(type, traveller.documentNumber());
        var phone = traveller.phone() == null ? null : Phones.normalise(traveller.phone());
        byte[] json = json(
                "name",
                traveller.name(),
                "documentNumber",
                document.number(),
                "phone",
                phone == null ? null : phone.number());
        return new SealedTraveller(
                index.traveller(type, document.number()),
                type,
                document.valid(),
                phone == null ? null : phone.valid(),
                traveller.originArea(),
                traveller.destinationArea(),
                ByteBuffer.wrap(key.seal(json, readingId, Seal.TRAVELLER)));
    }

    /** A vehicle for the wire, sealed under a data key and bound to the reading. */
    public SealedVehicle seal(Vehicle vehicle, UUID readingId, DataKey key) {
        var plate = Plates.normalise(vehicle.plate());
        String typed = vehicle.trailerPlate();
        var trailer = typed == null || !Members.saysSomething(typed) ? null : Plates.normalise(typed);
        byte[] json = json("plate", plate.plate(), "trailerPlate", trailer == null ? null : trailer.plate());
        return new SealedVehicle(
                index.vehicle(plate.plate()),
                plate.prefix(),
                plate.valid(),
                trailer == null ? null : index.vehicle(trailer.plate()),
                trailer == null ? null : trailer.prefix(),
                VehicleKind.valueOf(vehicle.kind().name()),
                vehicle.trip(),
                vehicle.seat(),
                ByteBuffer.wrap(key.seal(json, readingId, Seal.VEHICLE)));
    }

    private static byte[] json(@Nullable String... membersAndValues) {
        var out = new ByteArrayBuilder(128);
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (int i = 0; i < membersAndValues.length; i += 2) {
                if (membersAndValues[i + 1] != null) {
                    json.writeStringField(membersAndValues[i], membersAndValues[i + 1]);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer takes every byte", e);
        }
        return out.toByteArray();
    }
}
