package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When fevers that have something in common are a cluster. */
@ConfigMapping(prefix = "feverline.alert.cluster")
public interface ClusterConfig {

    /** At one checkpoint. */
    AtCheckpoint checkpoint();

    /** In one trip of one vehicle. */
    InTrip trip();

    /** From one county of origin. */
    FromOrigin origin();

    /** How often it is looked which clusters new alerts are in. */
    @WithDefault("2S")
    Duration checkEvery();

    /** Of one checkpoint's episodes. */
    interface AtCheckpoint {
        /** So many. */
        @WithDefault("3")
        int least();

        /** Within so long; and so long after the last one another still belongs to them. */
        @WithDefault("30M")
        Duration within();
    }

    /** Of one trip's episodes. */
    interface InTrip {
        /** So many. */
        @WithDefault("2")
        int least();

        /** Within so long: longer than a coach is under way. */
        @WithDefault("12H")
        Duration within();
    }

    /** Of one origin's episodes. */
    interface FromOrigin {
        /** So many. */
        @WithDefault("3")
        int least();

        /** Within so long. */
        @WithDefault("24H")
        Duration within();
    }
}
