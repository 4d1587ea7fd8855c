package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How receipts of readings are kept. */
@ConfigMapping(prefix = "feverline.receipt")
public interface ReceiptConfig {
    /**
     * Days for which a receipt is kept after its reading was stored. A week more than the door takes readings back, so
     * that an id is known for as long as its reading can be sent again.
     */
    @WithDefault("35")
    int days();
}
