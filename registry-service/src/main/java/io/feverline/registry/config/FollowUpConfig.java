package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** How travellers are followed up. */
@ConfigMapping(prefix = "feverline.follow-up")
public interface FollowUpConfig {
    /** Days from the newest cause on: the longest incubation. */
    @WithDefault("14")
    @Min(1)
    @Max(60)
    int days();

    /** An assignment that is not accepted within this time is overdue. */
    @WithDefault("2h")
    Duration acceptWithin();

    /** When the morning's entry is late and the evening's may be written, in the county's time. */
    @WithDefault("12:00")
    LocalTime evening();

    /**
     * A confirmed fever waits for its passage, which tells where the traveller went, for so long; after that, what
     * earlier passages told does. It waits for the traveller to be known here however long that takes.
     */
    @WithDefault("1m")
    Duration passageWithin();

    /** How often it is looked whether travellers of confirmed fevers have become known. */
    @WithDefault("5s")
    Duration resolveEvery();

    /** How often the figures for metrics are counted. */
    @WithDefault("1m")
    Duration countEvery();
}
