package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How devices are watched; when something is wrong with one, the screening policy says. */
@ConfigMapping(prefix = "feverline.alert.devices")
public interface DeviceHealthConfig {

    /**
     * How often each partition tells what it has seen of devices; as much is counted twice or not at all when it is
     * killed.
     */
    @WithDefault("5S")
    Duration tellEvery();

    /** How often devices are judged, and how often at most a checkpoint's status is told. */
    @WithDefault("5S")
    Duration judgeEvery();

    /** How often what is remembered of a checkpoint is written down, when nothing is found. */
    @WithDefault("1M")
    Duration rememberEvery();

    /** Whose calendar calibrations are due by. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
