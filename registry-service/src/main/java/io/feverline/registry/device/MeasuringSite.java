package io.feverline.registry.device;

/** Where on the body a device measures. */
public enum MeasuringSite {
    UNKNOWN,
    FOREHEAD,
    WRIST,
    NECK,
    TEMPLE,
    EAR,
    INNER_CANTHUS,
    AXILLARY
}
