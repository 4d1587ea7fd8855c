package io.feverline.ingest.reading;

/**
 * What the number means: bare skin, or already adjusted to the body by the device (ISO 80601-2-56 calls it adjusted
 * mode).
 */
public enum Mode {
    SURFACE,
    BODY
}
