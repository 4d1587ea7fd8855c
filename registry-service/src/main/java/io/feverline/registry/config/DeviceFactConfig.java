package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How other services are told of devices' gaps and repetitions. */
@ConfigMapping(prefix = "feverline.device-facts")
public interface DeviceFactConfig {
    /** Of one device something is told at most once in this time. */
    @WithDefault("60s")
    Duration pause();

    /** How often it is looked whether there is something to tell. */
    @WithDefault("5s")
    Duration every();
}
