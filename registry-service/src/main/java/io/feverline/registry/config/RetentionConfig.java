package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How long it is kept who passed. */
@ConfigMapping(prefix = "feverline.retention")
public interface RetentionConfig {
    /**
     * Days before today whose passages are kept; with older ones go the verdicts on them, and travellers and vehicles
     * of whom none is left. Twice the longest incubation: a case's contacts of 14 days are asked for, and may fall ill
     * as late. The database drops no day of the last week, whatever is configured. Readings from days before share one
     * partition, and are kept for as long after they were received.
     */
    @WithDefault("28")
    @Min(7)
    @Max(400)
    int days();

    /**
     * Days for which a closed follow-up is kept with whom it was of; then its traveller's id is replaced by a random one,
     * and the traveller is forgotten with the identity if no passage is left.
     */
    @WithDefault("60")
    @Min(1)
    @Max(3650)
    int caseDays();
}
