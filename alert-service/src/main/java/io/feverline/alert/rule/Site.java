package io.feverline.alert.rule;

/** Where on the body a temperature was taken. */
public enum Site {
    UNKNOWN,
    FOREHEAD,
    WRIST,
    NECK,
    TEMPLE,
    EAR,
    INNER_CANTHUS,
    AXILLARY
}
