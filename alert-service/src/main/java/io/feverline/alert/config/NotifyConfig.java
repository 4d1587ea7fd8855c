package io.feverline.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How units are told. */
@ConfigMapping(prefix = "feverline.alert.notify")
public interface NotifyConfig {

    /** Whether this instance tells. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked what is to be told, beside whenever there is a change. */
    @WithDefault("1S")
    Duration checkEvery();

    /** How many changes are looked at in one transaction. */
    @WithDefault("256")
    int page();

    /** How long an attempt may take as a whole. */
    @WithDefault("10S")
    Duration timeLimit();

    /** How many attempts may be under way at once; at any time one per channel. */
    @WithDefault("256")
    int concurrent();

    /** How many notifications go in one message at most: a robot's text is limited to 4096 bytes. */
    @WithDefault("10")
    int most();

    /**
     * How long to wait after each failed attempt, about; after one more the message is dead. The schedule that Standard
     * Webhooks recommends, with more steps in its first half hour: a fever is urgent.
     */
    @WithDefault("5S,30S,1M,2M,5M,10M,30M,2H,5H,10H,14H,20H,24H")
    List<Duration> backoff();

    /** However long a receiver asks to be left alone, not longer than this. */
    @WithDefault("1H")
    Duration longestRetryAfter();

    /** How long a channel pauses after each message. */
    Spacing spacing();

    /** Whether targets may be http, and at loopback, link-local or private addresses; for tests and closed networks. */
    @WithDefault("false")
    boolean allowInsecureTargets();

    /** The zone of times in mails and chats. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Where people look at an alert, such as {@code https://fever.example/duty/alerts/}; its id is appended. */
    Optional<String> link();

    /** The longest that a silence may last. */
    @WithDefault("P7D")
    Duration longestSilence();

    /** By kind. */
    interface Spacing {
        /** Receivers say themselves when it is too much. */
        @WithDefault("0S")
        Duration webhook();

        /** Mail servers say themselves when it is too much. */
        @WithDefault("0S")
        Duration mail();

        /** Twenty a minute. */
        @WithDefault("PT3.1S")
        Duration wecom();

        /** Twenty a minute; above, a robot is silent for ten. */
        @WithDefault("PT3.1S")
        Duration dingtalk();
    }
}
