package io.feverline.registry.console;

import io.feverline.registry.device.Device;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.feverline.registry.rest.Versions;
import io.feverline.registry.sequence.BootSequence;
import io.feverline.registry.sequence.BootSequence.Gap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One device: what it is, its keys, and what is missing of what it sent.
 *
 * @param checkpoint what its checkpoint is called
 * @param boots newest first
 */
record DevicePage(Device device, String checkpoint, List<BootSequence> boots, LocalDate today) {
    /** Outages are few; a device that counts wrong has hundreds, of which these tell enough. */
    private static final int FIRST_GAPS = 5;

    public String seen() {
        return Versions.tag(device.version());
    }

    public boolean isOverdue() {
        return new DeviceRow(device, checkpoint, today).isOverdue();
    }

    /** °C */
    public BigDecimal offset() {
        return BigDecimal.valueOf(device.offset(), 3).stripTrailingZeros();
    }

    /** As a form's field has it; empty when nobody said. */
    public String due() {
        LocalDate due = device.calibrationDue();
        return due == null ? "" : due.toString();
    }

    /** The first missing numbers of a boot, such as 3–7, 12. */
    public String gaps(BootSequence boot) {
        return boot.gaps().stream().limit(FIRST_GAPS).map(DevicePage::text).collect(Collectors.joining(", "))
                + (boot.gaps().size() > FIRST_GAPS ? " …" : "");
    }

    private static String text(Gap gap) {
        return gap.from() == gap.to() ? Long.toString(gap.from()) : gap.from() + "–" + gap.to();
    }

    public List<MeasuringSite> sites() {
        return List.of(MeasuringSite.values());
    }

    public List<MeasuringMode> modes() {
        return List.of(MeasuringMode.values());
    }
}
