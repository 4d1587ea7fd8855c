package io.feverline.alert.episode;

import io.feverline.alert.rule.FeverGrade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an episode stands after something happened to it.
 *
 * @param openedBy the feverish reading that was the first to be told of
 * @param openedAt when that reading was measured
 * @param historic no live fever is in it, so nobody is paged
 * @param grade the highest of its fevers
 * @param keyRegion the key region that it has to do with
 * @param revision counts up; of two changes the one with the higher revision knows more
 * @param mergedInto the episode that goes on for this one
 * @param reading the one taken in; when the window ended, the last fever; after a merger, the one that had opened this
 * episode
 */
public record EpisodeChange(
        UUID episodeId,
        Cause cause,
        EpisodeState state,
        UUID openedBy,
        Instant openedAt,
        boolean historic,
        FeverGrade grade,
        @Nullable String keyRegion,
        int revision,
        @Nullable UUID mergedInto,
        Screened reading) {

    /** What happened. */
    public enum Cause {
        READING,
        WINDOW_END,
        MERGER
    }
}
