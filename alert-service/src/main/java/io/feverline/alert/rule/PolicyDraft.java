package io.feverline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a policy would say. */
public record PolicyDraft(
        Duration recheckWindow, Grades grades, Map<Site, SiteRule> rules, ClusterRules clusters, DeviceLimits devices) {

    /** Under a name, in force from a moment on. */
    public ScreeningPolicy named(String version, Instant effectiveFrom) {
        return new ScreeningPolicy(version, effectiveFrom, recheckWindow, grades, rules, clusters, devices);
    }
}
