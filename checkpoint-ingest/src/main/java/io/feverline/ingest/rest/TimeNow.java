package io.feverline.ingest.rest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The service's time, in whole milliseconds. */
public record TimeNow(
        @Schema(description = "RFC 3339，毫秒 / in milliseconds", examples = "2026-01-26T00:00:00.123Z")
        Instant time) {

    static TimeNow at(Instant now) {
        return new TimeNow(now.truncatedTo(ChronoUnit.MILLIS));
    }
}
