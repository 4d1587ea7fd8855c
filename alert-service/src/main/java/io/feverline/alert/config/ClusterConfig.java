package io.feverline.alert.config;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clusters are looked for; what is one, the screening policy says. */
// Only a schedule names its key: what is injected nowhere would have no defaults.
@Unremovable
@ConfigMapping(prefix = "feverline.alert.cluster")
public interface ClusterConfig {

    /** How often it is looked which clusters new alerts are in. */
    @WithDefault("2S")
    Duration checkEvery();
}
