package io.feverline.alert.rule;

/**
 * Where fevers change their grade, as judged; below the first is a low one.
 *
 * @param moderateAbove m°C
 * @param highFrom m°C
 */
public record Grades(int moderateAbove, int highFrom) {

    /**
     * Low to 38.0, moderate from 38.1 to 39.0, high from 39.1 °C (Wan and Lu, Diagnostics, 9th ed., 2018, by the
     * armpit).
     */
    public static final Grades DEFAULT = new Grades(38_000, 39_100);

    public Grades {
        if (moderateAbove >= highFrom) {
            throw new IllegalArgumentException("a high fever begins above a moderate one");
        }
    }

    /** The grade of a fever. */
    FeverGrade of(int temperature) {
        if (temperature >= highFrom) {
            return FeverGrade.HIGH;
        }
        return temperature > moderateAbove ? FeverGrade.MODERATE : FeverGrade.LOW;
    }
}
