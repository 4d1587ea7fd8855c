package io.feverline.alert.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a policy says about one temperature.
 *
 * @param grade how high the fever is; null of what is none
 * @param temperature m°C as judged
 * @param threshold m°C
 * @param policyVersion the policy that said so
 */
public record Verdict(
        Kind kind,
        @Nullable FeverGrade grade,
        int temperature,
        Operator operator,
        int threshold,
        String policyVersion) {

    /** The three things a reading can say about a person. */
    public enum Kind {
        NORMAL,
        FEVER,
        /** Not a "normal": wait five minutes indoors, or measure elsewhere. */
        INVALID_COLD
    }
}
