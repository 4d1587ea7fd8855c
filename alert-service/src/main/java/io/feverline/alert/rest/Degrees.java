package io.feverline.alert.rest;

import java.math.BigDecimal;

/** Temperatures as JSON has them. */
final class Degrees {

    private Degrees() {}

    /** m°C as °C, with one decimal at least: 38000 is 38.0. */
    static BigDecimal of(int thousandths) {
        BigDecimal degrees = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return degrees.scale() < 1 ? degrees.setScale(1) : degrees;
    }

    /**
     * °C as m°C.
     *
     * @throws ArithmeticException when it has more than three decimals, or is no temperature
     */
    static int thousandths(BigDecimal degrees) {
        return degrees.movePointRight(3).intValueExact();
    }
}
