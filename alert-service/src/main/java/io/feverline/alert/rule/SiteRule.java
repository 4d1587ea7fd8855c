package io.feverline.alert.rule;

/**
 * The rule of one measuring site.
 *
 * @param operator how the threshold is meant
 * @param threshold m°C from which a reading is a fever
 * @param coldUnder m°C under which a reading says nothing about the person; {@link #NEVER_COLD} where no figure is known
 */
public record SiteRule(Operator operator, int threshold, int coldUnder) {

    /** No reading is too cold: below absolute zero in m°C. */
    public static final int NEVER_COLD = Integer.MIN_VALUE;

    static SiteRule above(int threshold) {
        return new SiteRule(Operator.ABOVE, threshold, NEVER_COLD);
    }

    static SiteRule atOrAbove(int threshold) {
        return new SiteRule(Operator.AT_OR_ABOVE, threshold, NEVER_COLD);
    }

    SiteRule invalidUnder(int temperature) {
        return new SiteRule(operator, threshold, temperature);
    }

    Verdict.Kind judge(int temperature) {
        if (temperature < coldUnder) {
            return Verdict.Kind.INVALID_COLD;
        }
        return operator.holds(temperature, threshold) ? Verdict.Kind.FEVER : Verdict.Kind.NORMAL;
    }
}
