package io.feverline.alert.episode;

import java.time.Instant;
import java.util.UUID;

/**
 * An episode took in a reading: how it stands after it.
 *
 * @param openedAt when the opening reading was measured
 * @param openedBy the opening reading
 * @param historic no live fever is in it, so nobody is paged
 */
public record EpisodeChange(
        UUID episodeId, EpisodeState state, Instant openedAt, UUID openedBy, boolean historic, UUID readingId) {

    static EpisodeChange of(Course course, Course.Entry entry) {
        return new EpisodeChange(
                course.episodeId(),
                entry.state(),
                course.openedAt(),
                course.openedBy(),
                entry.historic(),
                entry.readingId());
    }
}
