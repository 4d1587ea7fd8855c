package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeChange;
import io.feverline.alert.episode.NameBasedUuid;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.CloudEvent;
import io.feverline.events.EventCodec;
import io.feverline.events.RecordTrace;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.SealedVehicle;
import io.opentelemetry.api.trace.Span;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Episode changes as records of the alerts topic; the same change gives the same record, byte for byte. */
final class ChangeEvents {
    private static final EventCodec<EpisodeChanged> CODEC = EventCodec.of(EpisodeChanged.class);
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.episode.changed.v1", "/alert-service");

    private ChangeEvents() {}

    static Record<String, byte[]> record(EpisodeChange change, Record<String, JudgedReading> cause, Span span) {
        ReadingTaken reading = cause.value().reading();
        return new Record<>(
                change.episodeId().toString(),
                CODEC.encode(event(change, cause.value())),
                reading.getReceivedAt().toEpochMilli(),
                headers(change, cause, span));
    }

    private static Headers headers(EpisodeChange change, Record<String, JudgedReading> cause, Span span) {
        Headers headers = CONTEXT.headers(
                NameBasedUuid.of(change.episodeId(), change.readingId()).toString(),
                cause.value().reading().getReceivedAt());
        RecordTrace.put(span, headers);
        return headers;
    }

    private static EpisodeChanged event(EpisodeChange change, JudgedReading judged) {
        ReadingTaken reading = judged.reading();
        SealedTraveller traveller = reading.getTraveller();
        SealedVehicle vehicle = reading.getVehicle();
        return EpisodeChanged.newBuilder()
                .setEpisodeId(change.episodeId())
                .setState(EpisodeState.valueOf(change.state().name()))
                .setOpenedAt(change.openedAt())
                .setOpenedBy(change.openedBy())
                .setHistoric(change.historic())
                .setTravellerToken(traveller == null ? null : traveller.getToken())
                .setReadingId(reading.getId())
                .setMeasuredAt(reading.getMeasuredAt())
                .setReceivedAt(reading.getReceivedAt())
                .setDeviceId(reading.getDeviceId())
                .setCheckpointId(reading.getCheckpointId())
                .setAreaCode(reading.getAreaCode())
                .setSite(reading.getSite().name())
                .setTemperature(judged.verdict().temperature())
                .setVerdict(VerdictKind.valueOf(judged.verdict().kind().name()))
                .setPolicyVersion(judged.verdict().policyVersion())
                .setThreshold(judged.verdict().threshold())
                .setPlatePrefix(vehicle == null ? null : vehicle.getPlatePrefix())
                .setOriginArea(traveller == null ? null : traveller.getOriginArea())
                .build();
    }
}
