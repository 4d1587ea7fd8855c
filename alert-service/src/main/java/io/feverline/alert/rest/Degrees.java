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
     * @throws ProblemException 400 unless it is there, from {@code least} to {@code most} °C, with at most three decimals
     */
    static int between(String member, @Nullable BigDecimal given, int least, int most) {
        try {
            if (given != null
                    && given.compareTo(BigDecimal.valueOf(least)) >= 0
                    && given.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return given.movePointRight(3).intValueExact();
            }
        } catch (ArithmeticException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                member,
                "须在 %d 到 %d 之间，至多三位小数 / is from %d to %d, with at most three decimals"
                        .formatted(least, most, least, most));
    }
}
