package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;

/** When something is wrong with a device. */
@ConfigMapping(prefix = "feverline.alert.devices")
public interface DeviceHealthConfig {

    /**
     * How often each partition tells what it has seen of devices; as much is counted twice or not at all when it is
     * killed.
     */
    @WithDefault("5S")
    Duration tellEvery();

    /** How often devices are judged, and how often at most a checkpoint's status is told. */
    @WithDefault("5S")
    Duration judgeEvery();

    /** How often what is remembered of a checkpoint is written down, when nothing is found. */
    @WithDefault("1M")
    Duration rememberEvery();

    /** When a device is silent. */
    Silence silence();

    /** When its temperatures are doubtful. */
    TemperatureLimits temperature();

    /** When readings are missing. */
    Gaps gaps();

    /** How far a clock may be off: what is two minutes old is late. */
    @WithDefault("2M")
    Duration clock();

    /** Whose calendar calibrations are due by. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Of what is heard of it. */
    interface Silence {
        /** So long is none, whatever the device's rhythm: five heartbeats of a minute. */
        @WithDefault("5M")
        Duration least();

        /** So many of its usual pauses are none. */
        @WithDefault("3")
        int usualPauses();

        /** Nor so long after it has started anew. */
        @WithDefault("10M")
        Duration bootGrace();
    }

    /** Of what it shows. */
    interface TemperatureLimits {
        /** So many readings of one value: of people and steps of 0.1 °C, one in 10¹³ times. */
        @WithDefault("20")
        int sameReadings();

        /** From so many readings a median is taken. */
        @WithDefault("20")
        int medianOf();

        /** And a standard deviation from so many. */
        @WithDefault("50")
        int deviationOf();

        /** °C; a lower standard deviation is none of people. */
        @WithDefault("0.1")
        BigDecimal deviation();

        /** °C from the neighbours. */
        @WithDefault("1.0")
        BigDecimal drift();

        /** °C from what it showed before, of a device without two neighbours. */
        @WithDefault("1.5")
        BigDecimal ownDrift();
    }

    /** Of the numbers that it counts readings with. */
    interface Gaps {
        /** So many are missing. */
        @WithDefault("10")
        int least();

        /** For so long: a backlog closes gaps. */
        @WithDefault("30M")
        Duration lasting();
    }
}
