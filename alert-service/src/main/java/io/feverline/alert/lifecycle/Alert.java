package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert and the facts it was raised on.
 *
 * @param keyRegion the id of the key region that it has to do with
 * @param opening the reading that opened the episode
 * @param openedAt when that reading was measured
 * @param raisedAt when the alert was stored
 * @param readings how many readings the episode has taken in, those of episodes merged into it included
 * @param revision what is known of the episode
 * @param version how often people have changed it
 * @param level who has to know of it
 * @param mergedInto the alert that goes on for this one, when their episodes turned out to be one
 * @param checkpointName how its checkpoint is called today; null when that is not known here
 */
public record Alert(
        UUID id,
        UUID episodeId,
        AlertState state,
        EpisodeState episodeState,
        boolean historic,
        Severity severity,
        @Nullable String keyRegion,
        TakenReading opening,
        Instant openedAt,
        Instant raisedAt,
        int readings,
        int revision,
        int version,
        Level level,
        Care care,
        @Nullable UUID mergedInto,
        @Nullable String checkpointName) {

    /** The alert as it stood when the change happened. */
    public Alert asOf(
            AlertState then, EpisodeState thenEpisode, boolean thenHistoric, Severity thenSeverity, int thenReadings) {
        return new Alert(
                id,
                episodeId,
                then,
                thenEpisode,
                thenHistoric,
                thenSeverity,
                keyRegion,
                opening,
                openedAt,
                raisedAt,
                thenReadings,
                revision,
                version,
                level,
                care,
                thenEpisode == EpisodeState.MERGED ? mergedInto : null,
                checkpointName);
    }
}
