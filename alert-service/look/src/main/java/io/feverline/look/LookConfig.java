package io.feverline.look;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the pages of the other service are: by default at the same host, as behind one gateway. */
@ConfigMapping(prefix = "feverline.look")
public interface LookConfig {
    /** The address of the duty board. */
    @WithDefault("/duty")
    String duty();

    /** The address of the officials' console. */
    @WithDefault("/console")
    String console();
}
