package io.feverline.alert.rule;

import org.jspecify.annotations.Nullable;

/**
 * The rule of one measuring site.
 *
 * @param operator how the threshold is meant
 * @param threshold m°C from which a reading is a fever
 * @param skinOffset m°C by which the site's bare skin is cooler than what the threshold is about
 * @param coldUnder m°C, as judged, under which a reading says nothing about the person; {@link #NEVER_COLD} where no
 * figure is known
 * @param coldRoomUnder m°C of the surroundings under which bare skin that shows no fever says nothing either; or
 *     {@link #NEVER_COLD}
 */
public record SiteRule(Operator operator, int threshold, int skinOffset, int coldUnder, int coldRoomUnder) {

    /** No reading is too cold: below absolute zero in m°C. */
    public static final int NEVER_COLD = Integer.MIN_VALUE;

    static SiteRule above(int threshold) {
        return new SiteRule(Operator.ABOVE, threshold, 0, NEVER_COLD, NEVER_COLD);
    }

    static SiteRule atOrAbove(int threshold) {
        return new SiteRule(Operator.AT_OR_ABOVE, threshold, 0, NEVER_COLD, NEVER_COLD);
    }

    SiteRule withSkinOffset(int offset) {
        return new SiteRule(operator, threshold, offset, coldUnder, coldRoomUnder);
    }

    SiteRule invalidUnder(int temperature) {
        return new SiteRule(operator, threshold, skinOffset, temperature, coldRoomUnder);
    }

    SiteRule invalidInRoomUnder(int ambient) {
        return new SiteRule(operator, threshold, skinOffset, coldUnder, ambient);
    }

    /** What is compared with the threshold, m°C. */
    int judged(Measured measured) {
        return measured.bareSkin()
                ? measured.temperature() + measured.deviceOffset() + skinOffset
                : measured.temperature();
    }

    Verdict.Kind judge(Measured measured) {
        int judged = judged(measured);
        if (operator.holds(judged, threshold)) {
            return Verdict.Kind.FEVER;
        }
        boolean tooCold = judged < coldUnder || (measured.bareSkin() && isColdRoom(measured.ambient()));
        return tooCold ? Verdict.Kind.INVALID_COLD : Verdict.Kind.NORMAL;
    }

    private boolean isColdRoom(@Nullable Integer ambient) {
        return ambient != null && ambient < coldRoomUnder;
    }
}
