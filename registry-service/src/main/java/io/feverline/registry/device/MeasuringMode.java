package io.feverline.registry.device;

/** What a device's figure means. */
public enum MeasuringMode {
    /** Bare skin: the device's offset is yet to be added. */
    SURFACE,
    /** The device has adjusted it to the body. */
    BODY
}
