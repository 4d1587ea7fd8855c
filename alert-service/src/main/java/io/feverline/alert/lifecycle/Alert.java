package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeState;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert and the facts it was raised on.
 *
 * @param opening the reading that opened the episode
 * @param openedAt when that reading was measured
 * @param raisedAt when the alert was stored
 * @param readings how many readings the episode has taken in
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
        int readings) {

    /** The alert as it stood when the change happened. */
    public Alert asOf(EpisodeState thenState, boolean thenHistoric, int thenReadings) {
        return new Alert(id, episodeId, state, thenState, thenHistoric, opening, openedAt, raisedAt, thenReadings);
    }
}
