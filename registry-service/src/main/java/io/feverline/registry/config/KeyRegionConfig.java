package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How passages are judged anew when the list of key regions has changed. */
@ConfigMapping(prefix = "feverline.key-region")
public interface KeyRegionConfig {
    /** Passages of so many days before the change are judged anew: the longest incubation. */
    @WithDefault("14")
    int rerunDays();

    /** How often it is looked whether the list has changed. */
    @WithDefault("5s")
    Duration every();
}
