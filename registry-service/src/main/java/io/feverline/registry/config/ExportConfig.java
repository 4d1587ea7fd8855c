package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How histories are exported. */
@ConfigMapping(prefix = "feverline.export")
public interface ExportConfig {
    /**
     * The most passages that a file has; a history with more in the period is refused, never cut. A sheet of Excel has
     * room for 1,048,576 rows.
     */
    @WithDefault("20000")
    @Min(1)
    @Max(1_000_000)
    int rows();

    /** Days that a period has whose beginning is not said: the time for which contacts are followed up. */
    @WithDefault("14")
    @Min(1)
    int days();
}
