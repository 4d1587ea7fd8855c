package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a synthetic fever is missed. */
@ConfigMapping(prefix = "feverline.alert.probe")
public interface ProbeConfig {

    /** After how many of its own intervals a checkpoint's next synthetic fever is missed. */
    @WithDefault("2.5")
    double intervals();

    /** Never sooner than this. */
    @WithDefault("5M")
    Duration atLeast();

    /** The interval of a checkpoint of which too few have arrived to know. */
    @WithDefault("10M")
    Duration usual();

    /** How often it is looked which are missing. */
    @WithDefault("10S")
    Duration checkEvery();

    /** When nobody has looked for so long, this service was away itself. */
    @WithDefault("1M")
    Duration absence();

    /** And for so long nothing is missed then: what waits comes first. */
    @WithDefault("5M")
    Duration grace();

    /** How many are kept per checkpoint; its interval is learnt from them. */
    @WithDefault("20")
    int kept();

    /** For how long the stream can tell of one again. */
    @WithDefault("24H")
    Duration toldFor();

    /** How often those that are not kept are deleted, and intervals learnt. */
    @WithDefault("1M")
    Duration sweepEvery();
}
