package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fevers are detected. */
@ConfigMapping(prefix = "feverline.alert.detection")
public interface DetectionConfig {

    /** Whether the service detects; decided when it is built, for one that only serves people. */
    @WithDefault("true")
    boolean enabled();

    /** How long an episode is remembered after it last changed; bounds the state, and how late a recheck may come. */
    @WithDefault("24H")
    Duration remembered();

    /** How often episodes that are no longer remembered are looked for. */
    @WithDefault("10M")
    Duration evictionEvery();
}
