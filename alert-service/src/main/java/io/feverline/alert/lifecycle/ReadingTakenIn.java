package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.episode.NameBasedUuid;
import java.time.Instant;
import java.util.UUID;

/**
 * What detection told: an episode took in a reading.
 *
 * @param state the episode's state after it
 * @param historic no live fever is in the episode
 * @param openedAt when the opening reading was measured
 */
public record ReadingTakenIn(
        UUID episodeId, EpisodeState state, boolean historic, Instant openedAt, TakenReading reading) {

    /** Namespace of alert ids. */
    private static final UUID ALERTS = UUID.fromString("0d3f4c0e-6a07-5f0b-8a6e-2c1f5b7d9e02");

    /** The alert of an episode has the same id wherever it is stored. */
    public UUID alertId() {
        return NameBasedUuid.of(ALERTS, episodeId);
    }
}
