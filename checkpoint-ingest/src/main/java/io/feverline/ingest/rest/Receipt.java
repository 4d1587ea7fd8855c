package io.feverline.ingest.rest;

import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reading;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reading was taken. */
public record Receipt(
        UUID id,

        @Schema(
                enumeration = {"live", "late"},
                description = "late: measured more than two minutes before it arrived")
        String lane,

        Instant receivedAt) {

    /** Says it. */
    public static Receipt of(Reading reading) {
        return new Receipt(reading.id(), reading.lane() == Lane.LIVE ? "live" : "late", reading.receivedAt());
    }
}
