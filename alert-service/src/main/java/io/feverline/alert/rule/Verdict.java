package io.feverline.alert.rule;

/**
 * What a policy says about one temperature.
 *
 * @param temperature m°C as judged
 * @param threshold m°C
 * @param policyVersion the policy that said so
 */
public record Verdict(Kind kind, int temperature, Operator operator, int threshold, String policyVersion) {

    /** The three things a reading can say about a person. */
    public enum Kind {
        NORMAL,
        FEVER,
        /** Not a "normal": wait five minutes indoors, or measure elsewhere. */
        INVALID_COLD
    }
}
