package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passages are kept. */
@ConfigMapping(prefix = "feverline.passage")
public interface PassageConfig {
    /** Days for which partitions are made ahead. */
    @WithDefault("7")
    int daysAhead();

    /** Readings measured more days ago than this share one partition instead of having one per day. */
    @WithDefault("400")
    int daysBack();
}
