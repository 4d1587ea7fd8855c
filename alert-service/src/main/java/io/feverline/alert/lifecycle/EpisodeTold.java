package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.episode.NameBasedUuid;
import io.feverline.alert.rule.FeverGrade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What detection told of an episode.
 *
 * @param state the episode's state after what happened
 * @param historic no live fever is in the episode
 * @param grade the highest of the episode's fevers
 * @param keyRegion the key region that it has to do with
 * @param openedAt when the opening reading was measured
 * @param revision of two changes of an episode, the one with the higher revision knows more
 * @param mergedInto the episode that goes on for this one
 * @param journey of whom the reading is
 * @param reading the one taken in; when the window ended, the last fever; after a merger, the opening one
 * @param synthetic it tests the way from gateway to officer: no alert comes of it
 */
public record EpisodeTold(
        UUID episodeId,
        Cause cause,
        EpisodeState state,
        boolean historic,
        FeverGrade grade,
        @Nullable String keyRegion,
        Instant openedAt,
        int revision,
        @Nullable UUID mergedInto,
        Journey journey,
        TakenReading reading,
        boolean synthetic) {

    /** Namespace of alert ids. */
    private static final UUID ALERTS = UUID.fromString("0d3f4c0e-6a07-5f0b-8a6e-2c1f5b7d9e02");

    /** How severe the alert is. */
    public Severity severity() {
        return Severity.of(grade, keyRegion);
    }

    /** The alert of an episode has the same id wherever it is stored. */
    public UUID alertId() {
        return alertOf(episodeId);
    }

    /** The alert of the episode that goes on for this one. */
    public @Nullable UUID mergedIntoAlert() {
        return mergedInto == null ? null : alertOf(mergedInto);
    }

    private static UUID alertOf(UUID episode) {
        return NameBasedUuid.of(ALERTS, episode);
    }
}
