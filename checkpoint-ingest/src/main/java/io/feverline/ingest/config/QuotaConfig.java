package io.feverline.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many readings may be sent. The defaults stop what runs wild and nothing else: a gate measures one traveller a
 * second, and a day's backlog of it is through in a few minutes.
 */
@ConfigMapping(prefix = "feverline.quota")
public interface QuotaConfig {
    /** Most readings of one device at once; not less than a batch holds. */
    @WithDefault("20000")
    int deviceBurst();

    /** Readings per second of one device in the long run. */
    @WithDefault("500")
    int devicePerSecond();

    /** Most readings of one gateway, which is all devices of one checkpoint, at once; not less than a batch holds. */
    @WithDefault("100000")
    int gatewayBurst();

    /** Readings per second of one gateway in the long run. */
    @WithDefault("2000")
    int gatewayPerSecond();
}
