package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How screening policies are adopted. */
@ConfigMapping(prefix = "feverline.alert.policy")
public interface PolicyConfig {

    /** How long before it comes into force a policy has to be adopted: until then every instance must know it. */
    @WithDefault("1M")
    Duration lead();

    /** How often it is looked whether an adopted policy is yet to be published. */
    @WithDefault("5S")
    Duration publishEvery();

    /** How many readings a simulation looks at, at most. */
    @WithDefault("2000000")
    int mostSimulated();
}
