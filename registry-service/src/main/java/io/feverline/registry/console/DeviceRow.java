package io.feverline.registry.console;

import io.feverline.registry.device.Device;
import java.time.LocalDate;

/**
 * One device of a list.
 *
 * @param checkpoint what its checkpoint is called
 */
record DeviceRow(Device device, String checkpoint, LocalDate today) {
    /** Whether its calibration holds no more. */
    public boolean isOverdue() {
        LocalDate due = device.calibrationDue();
        return due != null && due.isBefore(today);
    }
}
