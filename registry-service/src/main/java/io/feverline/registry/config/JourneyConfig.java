package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
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

    /**
     * km/h; no traveller is faster from one checkpoint to another, where both have a position. No train of China runs
     * faster; who has checkpoints at airports needs more.
     */
    @WithDefault("350")
    @Min(1)
    int travellersTopSpeed();

    /**
     * The same of vehicles: half as much again as a motorway's limit of 120 km/h (Regulations on the Implementation of
     * the Road Traffic Safety Law, article 78).
     */
    @WithDefault("180")
    @Min(1)
    int vehiclesTopSpeed();

    /** Who goes on to another county is expected to leave within this; later it is overdue. */
    @WithDefault("24h")
    Duration stay();

    /** So many passages are looked at, the newest: who is measured each quarter of an hour for 14 days has fewer. */
    @WithDefault("2000")
    int mostPassages();
}
