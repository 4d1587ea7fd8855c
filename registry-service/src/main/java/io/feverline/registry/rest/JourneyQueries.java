package io.feverline.registry.rest;

import io.feverline.registry.access.Caller;
import io.feverline.registry.config.JourneyConfig;
import io.feverline.registry.journey.JourneyQuery;
import io.feverline.registry.journey.OverdueExitQuery;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request for journeys asks for. */
@ApplicationScoped
public class JourneyQueries {
    private final JourneyConfig config;
    private final Caller caller;
    private final Clock clock;

    JourneyQueries(JourneyConfig config, Caller caller, Clock clock) {
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    JourneyQuery of(PassageHistory.Of of, UUID subject, JourneyParameters parameters) {
        Instant to = Times.parse(parameters.to);
        Instant end = to == null ? clock.instant() : to;
        Instant from = Times.parse(parameters.from);
        return new JourneyQuery(
                of, subject, caller.actor(), from == null ? end.minus(Duration.ofDays(config.days())) : from, end);
    }

    /** Nobody is overdue before they could have left: later entries are not asked for. */
    public OverdueExitQuery overdue(
            PassageHistory.Of of,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean undeclared,
            @Nullable String cursor,
            int limit) {
        Instant due = clock.instant().minus(config.stay());
        Instant end = to == null || to.isAfter(due) ? due : to;
        return new OverdueExitQuery(
                of,
                caller.actor(),
                from == null ? end.minus(Duration.ofDays(config.days())) : from,
                end,
                undeclared,
                cursor == null ? null : HistoryCursor.parse(cursor),
                limit);
    }
}
