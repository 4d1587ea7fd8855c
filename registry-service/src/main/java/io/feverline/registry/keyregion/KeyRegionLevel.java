package io.feverline.registry.keyregion;

/** How high the risk is said to be, as in the tiers of China's area management of 2020. */
public enum KeyRegionLevel {
    HIGH,
    MEDIUM
}
