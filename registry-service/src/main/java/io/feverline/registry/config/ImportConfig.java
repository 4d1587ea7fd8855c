package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How documents of reference data are imported. */
@ConfigMapping(prefix = "feverline.import")
public interface ImportConfig {
    /**
     * The most rows that a document has; one with more is refused, and can be imported in parts. What has more bytes
     * than {@code quarkus.http.limits.max-body-size} (10 MiB by default) is refused before.
     */
    @WithDefault("50000")
    @Min(1)
    int rows();
}
