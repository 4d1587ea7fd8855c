package io.feverline.look;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Temperatures as people read them. */
public final class Celsius {
    private Celsius() {}

    /** m°C as °C with one decimal, as thermometers show it; never rounded up to a fever. */
    public static BigDecimal of(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).setScale(1, RoundingMode.FLOOR);
    }
}
