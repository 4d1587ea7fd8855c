package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passages are kept. */
@ConfigMapping(prefix = "feverline.passage")
public interface PassageConfig {
    /** Days for which partitions are made ahead. */
    @WithDefault("7")
    int daysAhead();
}
