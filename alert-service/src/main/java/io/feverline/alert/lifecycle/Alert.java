package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert and the facts it was raised on.
 *
 * @param opening the reading that opened the episode
 * @param openedAt when that reading was measured
 * @param raisedAt when the alert was stored
 * @param readings how many readings the episode has taken in, those of episodes merged into it included
 * @param mergedInto the alert that goes on for this one, when their episodes turned out to be one
 */
public record Alert(
        UUID id,
        UUID episodeId,
        AlertState state,
        EpisodeState episodeState,
        boolean historic,
        TakenReading opening,
        Instant openedAt,
        Instant raisedAt,
        int readings,
        @Nullable UUID mergedInto) {

    /** The alert as it stood when the change happened. */
    public Alert asOf(EpisodeState thenState, boolean thenHistoric, int thenReadings) {
        return new Alert(
                id,
                episodeId,
                state,
                thenState,
                thenHistoric,
                opening,
                openedAt,
                raisedAt,
                thenReadings,
                thenState == EpisodeState.MERGED ? mergedInto : null);
    }
}
