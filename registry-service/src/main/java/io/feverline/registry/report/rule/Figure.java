package io.feverline.registry.report.rule;

/** What a report states that devices count too. */
public enum Figure {
    /** Readings, rechecks left out. */
    SCREENED,
    /** Screening episodes that a reading of the shift opened, whatever became of them. */
    SUSPECTED,
    /** Those of them that a second measurement confirmed. */
    CONFIRMED,
    /** Readings, rechecks left out, of travellers or vehicles from a key region as it was listed at their time. */
    KEY_REGION
}
