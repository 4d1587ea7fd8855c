package io.feverline.registry.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.UnreadableEvent;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.SealedVehicle;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.Place;
import io.feverline.registry.passage.SealedIdentity;
import io.feverline.registry.passage.TravellerSighting;
import io.feverline.registry.passage.VehicleSighting;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reading events in the registry's own words. */
final class Readings {
    private static final EventCodec<ReadingTaken> CODEC = EventCodec.of(ReadingTaken.class);

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private Readings() {}

    /**
     * The passage that a reading is; null of a synthetic one, at which nobody passed.
     *
     * @throws UnreadableEvent if the record is no reading of a known version
     */
    static @Nullable Passage passage(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw unreadable("a reading has no tombstone");
        }
        ReadingTaken reading = CODEC.decode(value);
        if (reading.getSynthetic()) {
            return null;
        }
        if (isAbsurd(reading.getMeasuredAt()) || isAbsurd(reading.getReceivedAt())) {
            throw unreadable("a time that no database has");
        }
        Header dataKey = record.headers().lastHeader(Seal.DATA_KEY_HEADER);
        byte[] key = dataKey == null ? null : dataKey.value();
        return new Passage(
                reading.getId(),
                reading.getMeasuredAt(),
                reading.getReceivedAt(),
                place(reading),
                measurement(reading),
                reading.getRecheckOf(),
                traveller(reading.getTraveller(), key),
                vehicle(reading.getVehicle(), key));
    }

    private static UnreadableEvent unreadable(String why) {
        return new UnreadableEvent(why, new IllegalArgumentException(why));
    }

    private static boolean isAbsurd(Instant time) {
        return time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME);
    }

    private static Place place(ReadingTaken reading) {
        return new Place(
                reading.getDeviceId(),
                reading.getCheckpointId(),
                reading.getAreaCode(),
                reading.getSeq(),
                reading.getBootId());
    }

    private static Measurement measurement(ReadingTaken reading) {
        return new Measurement(
                reading.getLane().name(),
                reading.getClockAhead(),
                reading.getTemperature(),
                reading.getMode().name(),
                reading.getSite().name(),
                reading.getDeviceOffset(),
                reading.getAmbient());
    }

    private static @Nullable TravellerSighting traveller(@Nullable SealedTraveller traveller, byte @Nullable [] key) {
        if (traveller == null) {
            return null;
        }
        return new TravellerSighting(
                traveller.getToken(),
                traveller.getDocumentType().name(),
                traveller.getDocumentValid(),
                traveller.getPhoneValid(),
                traveller.getOriginArea(),
                traveller.getDestinationArea(),
                sealed(traveller.getSealed(), key));
    }

    private static @Nullable VehicleSighting vehicle(@Nullable SealedVehicle vehicle, byte @Nullable [] key) {
        if (vehicle == null) {
            return null;
        }
        return new VehicleSighting(
                vehicle.getToken(),
                vehicle.getPlatePrefix(),
                vehicle.getPlateValid(),
                vehicle.getKind().name(),
                vehicle.getTrailerToken(),
                vehicle.getTrip(),
                vehicle.getSeat(),
                sealed(vehicle.getSealed(), key));
    }

    private static @Nullable SealedIdentity sealed(ByteBuffer sealed, byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        var bytes = new byte[sealed.remaining()];
        sealed.duplicate().get(bytes);
        return new SealedIdentity(bytes, key);
    }
}
