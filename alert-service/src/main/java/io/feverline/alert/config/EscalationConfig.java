package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who has to know of an alert that nobody acknowledges, and when. */
@ConfigMapping(prefix = "feverline.alert.escalation")
public interface EscalationConfig {

    /** How long the checkpoint has to acknowledge an alert before the township has to know. */
    @WithDefault("3M")
    Duration townshipAfter();

    /** How long after that the county's command has to know. */
    @WithDefault("7M")
    Duration countyAfter();

    /** How often it is looked which alerts are due. */
    @WithDefault("1S")
    Duration checkEvery();
}
