package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The live stream of alert changes. */
@ConfigMapping(prefix = "feverline.alert.stream")
public interface StreamConfig {

    /** After how much silence a heartbeat is sent, so that proxies keep the connection and officers know it lives. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How many of the newest changes are kept in memory for all streams together. */
    @WithDefault("1024")
    int recent();

    /** How many changes are read from the database at once. */
    @WithDefault("256")
    int page();
}
