package io.feverline.alert.rule;

/** How a temperature is compared with a threshold; explicit, because officials argue about exactly 37.3 °C. */
public enum Operator {
    ABOVE(">"),
    AT_OR_ABOVE("≥");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** Tells whether {@code temperature} is feverish by {@code threshold}, both in m°C. */
    public boolean holds(int temperature, int threshold) {
        return this == ABOVE ? temperature > threshold : temperature >= threshold;
    }

    @Override
    public String toString() {
        return sign;
    }
}
