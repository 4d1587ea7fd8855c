package io.feverline.alert.rule;

/** How high a fever is. */
public enum FeverGrade {
    LOW,
    MODERATE,
    HIGH
}
