package io.feverline.ingest.kafka;

import io.feverline.events.CloudEvent;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.identity.DataKey;
import io.feverline.ingest.identity.DataKeys;
import io.feverline.ingest.identity.Identities;
import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A reading as a record: sealed, keyed by whom it concerns, on its lane's topic. */
@Singleton
public class ReadingEvents {
    static final String SOURCE = "/checkpoint-ingest";
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.reading.taken.v1", SOURCE);

    private final EventCodec<ReadingTaken> codec = EventCodec.of(ReadingTaken.class);
    private final Identities identities;
    private final DataKeys dataKeys;

    public ReadingEvents(Identities identities, DataKeys dataKeys) {
        this.identities = identities;
        this.dataKeys = dataKeys;
    }

    /** The records to send. */
    public List<ProducerRecord<String, byte[]>> records(List<Reading> readings) {
        DataKey dataKey = dataKeys.current();
        var records = new ArrayList<ProducerRecord<String, byte[]>>(readings.size());
        for (var reading : readings) {
            records.add(record(reading, dataKey));
        }
        return records;
    }

    private ProducerRecord<String, byte[]> record(Reading reading, DataKey dataKey) {
        var event = event(reading, dataKey);
        var headers = CONTEXT.headers(reading.id().toString(), reading.measuredAt());
        if (event.getTraveller() != null || event.getVehicle() != null) {
            headers.add(Seal.DATA_KEY_HEADER, dataKey.sealedKey());
        }
        return new ProducerRecord<>(
                topic(reading.lane()),
                null,
                event.getTraveller() == null
                        ? reading.origin().deviceId()
                        : event.getTraveller().getToken(),
                codec.encode(event),
                headers);
    }

    static String topic(Lane lane) {
        return lane == Lane.LIVE ? Topic.Name.READINGS : Topic.Name.READINGS_BACKFILL;
    }

    private ReadingTaken event(Reading reading, DataKey dataKey) {
        var origin = reading.origin();
        var traveller = reading.traveller();
        var vehicle = reading.vehicle();
        return new ReadingTaken(
                reading.id(),
                reading.measuredAt(),
                reading.receivedAt(),
                origin.deviceId(),
                origin.checkpointId(),
                origin.areaCode(),
                io.feverline.ingest.events.Lane.valueOf(reading.lane().name()),
                reading.clockAhead(),
                reading.temperature(),
                io.feverline.ingest.events.Mode.valueOf(reading.mode().name()),
                io.feverline.ingest.events.Site.valueOf(reading.site().name()),
                origin.offset(),
                reading.ambient(),
                reading.seq(),
                reading.bootId(),
                reading.recheckOf(),
                traveller == null ? null : identities.seal(traveller, reading.id(), dataKey),
                vehicle == null ? null : identities.seal(vehicle, reading.id(), dataKey),
                reading.synthetic());
    }
}
