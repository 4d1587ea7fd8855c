package io.feverline.alert.rest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Temperatures as JSON has them. */
final class Degrees {

    private Degrees() {}

    /** m°C as °C, with one decimal at least: 38000 is 38.0. */
    static BigDecimal of(int thousandths) {
        BigDecimal degrees = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return degrees.scale() < 1 ? degrees.setScale(1) : degrees;
    }

    /**
     * The °C of a member as m°C.
     *
     * @throws ProblemException 400 unless it is there, from {@code least} to {@code most} °C, with at most three
     * decimals
     */
    static int between(String member, @Nullable BigDecimal given, int least, int most) {
        return between(member, given, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** The same, with bounds that need not be whole. */
    static int between(String member, @Nullable BigDecimal given, BigDecimal least, BigDecimal most) {
        try {
            if (given != null && given.compareTo(least) >= 0 && given.compareTo(most) <= 0) {
                return given.movePointRight(3).intValueExact();
            }
        } catch (ArithmeticException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                member,
                "须在 %s 到 %s 之间，至多三位小数 / is from %s to %s, with at most three decimals"
                        .formatted(least, most, least, most));
    }
}
