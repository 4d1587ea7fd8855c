package io.feverline.alert.rule;

import java.time.Duration;

/**
 * A rule for each thing that fevers may have in common.
 *
 * @param checkpoint of one checkpoint's episodes
 * @param trip of one vehicle's, in one trip
 * @param origin of those from one county
 */
public record ClusterRules(ClusterRule checkpoint, ClusterRule trip, ClusterRule origin) {

    /**
     * Scenarios, the county's to change: three of half an hour at a gate, two who rode together for no longer than a
     * coach is under way, three of one day from one county.
     */
    public static final ClusterRules DEFAULT = new ClusterRules(
            new ClusterRule(3, Duration.ofMinutes(30)),
            new ClusterRule(2, Duration.ofHours(12)),
            new ClusterRule(3, Duration.ofHours(24)));
}
