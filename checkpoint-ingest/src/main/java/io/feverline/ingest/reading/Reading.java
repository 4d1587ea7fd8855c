package io.feverline.ingest.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One admitted body-temperature reading (LOINC 8310-5).
 *
 * @param temperature m°C, as measured; the device's offset is not in it
 * @param ambient m°C
 * @param clockAhead the device's clock runs ahead so far that the reading must not be paged
 * @param synthetic nobody was measured: it tests the way to the officer, and is never counted
 */
public record Reading(
        UUID id,
        Instant measuredAt,
        Instant receivedAt,
        Origin origin,
        Lane lane,
        boolean clockAhead,
        int temperature,
        Mode mode,
        Site site,
        @Nullable Integer ambient,
        @Nullable Long seq,
        @Nullable String bootId,
        @Nullable UUID recheckOf,
        @Nullable Traveller traveller,
        @Nullable Vehicle vehicle,
        boolean synthetic) {}
