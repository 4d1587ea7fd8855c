package io.feverline.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One version of the county's screening policy: a rule per measuring site, when fevers are a cluster, and when
 * something is wrong with a device. A version that was in force is never edited; a change is a new version, so that
 * each verdict can be explained by the policy it names.
 *
 * @param version the name that verdicts carry
 * @param effectiveFrom readings measured from then on are judged by it
 * @param recheckWindow how long after a fever further readings say something about it
 * @param grades of fevers
 * @param rules a rule for every site
 * @param clusters when fevers are a cluster
 * @param devices when something is wrong with a device
 */
public record ScreeningPolicy(
        String version,
        Instant effectiveFrom,
        Duration recheckWindow,
        Grades grades,
        Map<Site, SiteRule> rules,
        ClusterRules clusters,
        DeviceLimits devices) {

    /** Longer than this no episode is remembered. */
    public static final Duration LONGEST_WINDOW = Duration.ofHours(12);

    /**
     * The policy in force until the county adopts another, in m°C.
     *
     * <ul>
     *   <li>Forehead, wrist, neck, temple and axilla: above 37.3 °C, the figure of China's COVID-19 prevention and
     *       control plans (National Health Commission, 2020 and later editions) and of the axillary definition of fever
     *       in Chinese teaching (Wan and Lu, Diagnostics, 9th ed., 2018: axillary 36 to 37 °C is normal).
     *   <li>Forehead under 35.0 °C: the skin was cold, not the person; infrared skin readings follow the ambient
     *       temperature. Bare skin in surroundings under 16 °C that shows no fever: likewise (GB/T 21417.1-2008 has
     *       forehead thermometers used at 16 to 35 °C).
     *   <li>Ear: from 38.0 °C, the figure for ear, rectal and temporal artery readings in common clinical guidance
     * (Mayo Clinic, Fever: First aid).
     *   <li>Inner canthus: from 37.5 °C, the oral reference for a febrile person in the thermography study whose data
     *       are replayed here (Wang et al., Sensors 2022, 22(1), 215; screening as in ISO/TR 13154).
     *   <li>Bare skin is cooler than the mouth: 1.6 °C at the forehead's warmest point, 1.4 °C at the inner canthus. Of
     *       the offsets in steps of 0.1 °C these separate best (Youden's index) the febrile (oral from 37.5 °C) from
     * the others in the study's group 1, both cameras together, first of four rounds (Wang et al. 2023, doi
     * 10.13026/3bhc-9065); the module's README has what they find and miss. Of other sites there are no such data: what
     * their devices send as bare skin needs an offset of the device's own.
     *   <li>Recheck within 30 minutes: rest, then a second reading. A scenario; the duty officer's to shorten.
     *   <li>A site that is not known is judged as a forehead, without the cold limits.
     * </ul>
     */
    public static final ScreeningPolicy DEFAULT = new ScreeningPolicy(
            "default-2",
            Instant.EPOCH,
            Duration.ofMinutes(30),
            Grades.DEFAULT,
            Map.of(
                    Site.FOREHEAD,
                            SiteRule.above(37_300)
                                    .withSkinOffset(1_600)
                                    .invalidUnder(35_000)
                                    .invalidInRoomUnder(16_000),
                    Site.WRIST, SiteRule.above(37_300),
                    Site.NECK, SiteRule.above(37_300),
                    Site.TEMPLE, SiteRule.above(37_300),
                    Site.EAR, SiteRule.atOrAbove(38_000),
                    Site.INNER_CANTHUS,
                            SiteRule.atOrAbove(37_500).withSkinOffset(1_400).invalidInRoomUnder(16_000),
                    Site.AXILLARY, SiteRule.above(37_300),
                    Site.UNKNOWN, SiteRule.above(37_300).withSkinOffset(1_600)),
            ClusterRules.DEFAULT,
            DeviceLimits.DEFAULT);

    public ScreeningPolicy {
        rules = Map.copyOf(rules);
        if (recheckWindow.isNegative() || recheckWindow.isZero() || recheckWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("policy " + version + " has a recheck window of " + recheckWindow);
        }
        for (Site site : Site.values()) {
            if (!rules.containsKey(site)) {
                throw new IllegalArgumentException("policy " + version + " has no rule for " + site);
            }
        }
    }

    /** Judges one temperature. */
    public Verdict judge(Measured measured) {
        SiteRule rule = ruleOf(measured.site());
        Verdict.Kind kind = rule.judge(measured);
        int judged = rule.judged(measured);
        FeverGrade grade = kind == Verdict.Kind.FEVER ? grades.of(judged) : null;
        return new Verdict(kind, grade, judged, rule.operator(), rule.threshold(), version);
    }

    private SiteRule ruleOf(Site site) {
        SiteRule rule = rules.get(site);
        if (rule == null) {
            throw new IllegalStateException("policy " + version + " has no rule for " + site);
        }
        return rule;
    }
}
