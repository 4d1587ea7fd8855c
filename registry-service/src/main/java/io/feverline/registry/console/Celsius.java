package io.feverline.registry.console;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Temperatures as people read them. */
final class Celsius {
    private Celsius() {}

    /** m°C as °C, with the one decimal that thermometers show or the two that somebody wrote; never rounded up. */
    static BigDecimal of(int thousandths) {
        BigDecimal exact = BigDecimal.valueOf(thousandths, 3);
        return exact.setScale(thousandths % 100 == 0 ? 1 : 2, RoundingMode.FLOOR);
    }
}
