package io.feverline.alert.kafka;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Journey;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.rule.FeverGrade;
import io.feverline.alert.rule.Verdict;
import io.feverline.events.EventCodec;

/** Episode changes from their bytes to what they mean here. */
final class ChangeDecoder {
    private static final EventCodec<EpisodeChanged> CODEC = EventCodec.of(EpisodeChanged.class);

    private ChangeDecoder() {}

    /**
     * Decodes one change.
     *
     * @throws io.feverline.events.UnreadableEvent if the bytes are no episode change of a known version
     */
    static EpisodeTold decode(byte[] bytes) {
        EpisodeChanged event = CODEC.decode(bytes);
        return new EpisodeTold(
                event.getEpisodeId(),
                Cause.valueOf(event.getCause().name()),
                EpisodeState.valueOf(event.getState().name()),
                event.getHistoric(),
                FeverGrade.valueOf(event.getGrade().name()),
                event.getKeyRegion(),
                event.getOpenedAt(),
                event.getRevision(),
                event.getMergedInto(),
                Journey.of(event.getVehicleToken(), event.getTrip(), event.getOriginArea()),
                new TakenReading(
                        event.getReadingId(),
                        Verdict.Kind.valueOf(event.getVerdict().name()),
                        event.getTemperature(),
                        event.getThreshold(),
                        event.getPolicyVersion(),
                        event.getSite(),
                        event.getDeviceId(),
                        event.getCheckpointId(),
                        event.getAreaCode(),
                        event.getMeasuredAt(),
                        event.getReceivedAt()),
                event.getSynthetic());
    }
}
