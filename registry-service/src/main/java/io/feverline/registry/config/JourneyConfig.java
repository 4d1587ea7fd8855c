package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How passages are joined into journeys. */
@ConfigMapping(prefix = "feverline.journey")
public interface JourneyConfig {
    /** Days before a moment that are looked at when nothing else is asked for: the longest incubation. */
    @WithDefault("14")
    int days();

    /** Whoever is measured nowhere for longer than this begins a new journey: no coach is under way for longer. */
    @WithDefault("12h")
    Duration gap();

    /** Nobody gets from one checkpoint to another in less, unless one of them is in a bus. */
    @WithDefault("1m")
    Duration leastTransit();

    /** So many passages are looked at, the newest: who is measured each quarter of an hour for 14 days has fewer. */
    @WithDefault("2000")
    int mostPassages();
}
