package io.feverline.ingest.reading;

/** Where on the body a reading was taken. */
public enum Site {
    FOREHEAD,
    WRIST,
    NECK,
    TEMPLE,
    EAR,
    INNER_CANTHUS,
    AXILLARY
}
