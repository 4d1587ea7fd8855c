package io.feverline.alert.detection;

import io.feverline.ingest.events.DocumentType;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.Site;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Readings as the door sends them. */
final class Readings {

    private Readings() {}

    static ReadingTaken.Builder forehead(int temperature, Instant measuredAt) {
        return ReadingTaken.newBuilder()
                .setId(UUID.randomUUID())
                .setMeasuredAt(measuredAt)
                .setReceivedAt(measuredAt.plusMillis(300))
                .setDeviceId("gate-1")
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setLane(Lane.LIVE)
                .setMode(Mode.BODY)
                .setSite(Site.FOREHEAD)
                .setTemperature(temperature);
    }

    static SealedTraveller traveller(String token) {
        return SealedTraveller.newBuilder()
                .setToken(token)
                .setDocumentType(DocumentType.RESIDENT_ID)
                .setDocumentValid(true)
                .setSealed(ByteBuffer.allocate(0))
                .build();
    }
}
