package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.events.access.AreaScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for, newest first.
 *
 * @param after where the page before ended
 * @param limit at most so many
 */
public record AlertQuery(
        AreaScope scope, Filter filter, @Nullable Position after, int limit) {

    /**
     * The filters; null filters nothing.
     *
     * @param from earliest opening, included
     * @param to latest opening, not included
     */
    public record Filter(
            @Nullable AlertState state,
            @Nullable EpisodeState episodeState,
            @Nullable Severity severity,
            @Nullable String checkpoint,
            @Nullable AreaScope area,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean historic) {}

    /** A place in the order of alerts: newest opening first, then by id. */
    public record Position(Instant openedAt, UUID id) {}
}
