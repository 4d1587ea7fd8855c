package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What people do about alerts, and by when. */
@ConfigMapping(prefix = "feverline.alert.lifecycle")
public interface LifecycleConfig {

    /** How long after a referral the traveller has to be at the clinic; later it is an alarm. */
    @WithDefault("2H")
    Duration arrivalLimit();

    /** How often it is looked who is overdue. */
    @WithDefault("10S")
    Duration checkEvery();
}
