package io.feverline.ingest.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How the answers to batches with an Idempotency-Key are remembered. What is forgotten early does no harm: the repeat
 * is taken as a new request, and its readings have one effect by their ids.
 */
@ConfigMapping(prefix = "feverline.idempotency")
public interface IdempotencyConfig {
    /** An answer is forgotten after this time. */
    @WithDefault("15m")
    Duration kept();

    /** Most answers that are remembered; not more than there are bytes for them. */
    @WithDefault("10000")
    int answers();

    /** About the most memory that they may hold together. */
    @WithDefault("16M")
    MemorySize bytes();
}
