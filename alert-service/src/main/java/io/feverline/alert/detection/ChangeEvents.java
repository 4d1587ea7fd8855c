package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeChange;
import io.feverline.alert.episode.NameBasedUuid;
import io.feverline.alert.episode.Screened;
import io.feverline.alert.events.ChangeCause;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.FeverGrade;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.CloudEvent;
import io.feverline.events.EventCodec;
import io.feverline.events.RecordTrace;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Episode changes as records of the alerts topic; the same change gives the same record, byte for byte. */
final class ChangeEvents {
    private static final EventCodec<EpisodeChanged> CODEC = EventCodec.of(EpisodeChanged.class);
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.episode.changed.v1", "/alert-service");

    private ChangeEvents() {}

    /** @param at when it happened */
    static Record<String, byte[]> record(EpisodeChange change, Instant at, Span span) {
        return record(change, at, span, false);
    }

    /** Of an episode that tests the way. */
    static Record<String, byte[]> synthetic(EpisodeChange change, Instant at, Span span) {
        return record(change, at, span, true);
    }

    private static Record<String, byte[]> record(EpisodeChange change, Instant at, Span span, boolean synthetic) {
        return new Record<>(
                change.episodeId().toString(),
                CODEC.encode(event(change, synthetic)),
                at.toEpochMilli(),
                headers(change, at, span));
    }

    private static Headers headers(EpisodeChange change, Instant at, Span span) {
        UUID aboutReading =
                NameBasedUuid.of(change.episodeId(), change.reading().id());
        UUID id = NameBasedUuid.of(aboutReading, new UUID(number(change.cause()), change.revision()));
        Headers headers = CONTEXT.headers(id.toString(), at);
        RecordTrace.put(span, headers);
        return headers;
    }

    /** Part of ids: never to be changed. */
    private static long number(EpisodeChange.Cause cause) {
        return switch (cause) {
            case READING -> 0;
            case WINDOW_END -> 1;
            case MERGER -> 2;
        };
    }

    private static EpisodeChanged event(EpisodeChange change, boolean synthetic) {
        Screened reading = change.reading();
        return new EpisodeChanged(
                change.episodeId(),
                EpisodeState.valueOf(change.state().name()),
                change.openedAt(),
                change.openedBy(),
                change.historic(),
                reading.traveller(),
                reading.id(),
                reading.measuredAt(),
                reading.receivedAt(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.areaCode(),
                reading.site().name(),
                reading.verdict().temperature(),
                VerdictKind.valueOf(reading.verdict().kind().name()),
                reading.verdict().policyVersion(),
                reading.verdict().threshold(),
                reading.platePrefix(),
                reading.originArea(),
                ChangeCause.valueOf(change.cause().name()),
                change.revision(),
                change.mergedInto(),
                FeverGrade.valueOf(change.grade().name()),
                change.keyRegion(),
                reading.vehicle(),
                reading.trip(),
                synthetic);
    }
}
