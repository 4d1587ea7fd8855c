package io.feverline.local.demo;

import java.math.BigDecimal;

/**
 * A device of the demo county.
 *
 * @param offset °C that the registry is to add to what it measures on bare skin
 */
record DemoDevice(String id, String site, String mode, BigDecimal offset) {
    /** What the registry is told. */
    record Registration(String id, String checkpointId, String site, String mode, BigDecimal offset) {}

    Registration registration(String checkpointId) {
        return new Registration(id, checkpointId, site, mode, offset);
    }

    KeyedDevice keyed(String checkpointId, String key) {
        return new KeyedDevice(id, key, checkpointId, site, mode, offset);
    }
}
