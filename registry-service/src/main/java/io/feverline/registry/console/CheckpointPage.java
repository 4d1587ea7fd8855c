package io.feverline.registry.console;

import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointKind;
import io.feverline.registry.checkpoint.Direction;
import io.feverline.registry.checkpoint.Position;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.feverline.registry.rest.Versions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One checkpoint and the devices at it.
 *
 * @param area what its area is called
 */
record CheckpointPage(Checkpoint checkpoint, String area, List<Device> devices, LocalDate today) {
    public String seen() {
        return Versions.tag(checkpoint.version());
    }

    public List<DeviceRow> rows() {
        return devices.stream()
                .map(device -> new DeviceRow(device, checkpoint.name(), today))
                .toList();
    }

    /** As a form's field has it; empty when it is not known. */
    public String latitude() {
        Position position = checkpoint.position();
        return position == null ? "" : BigDecimal.valueOf(position.latitude()).toPlainString();
    }

    /** The same. */
    public String longitude() {
        Position position = checkpoint.position();
        return position == null ? "" : BigDecimal.valueOf(position.longitude()).toPlainString();
    }

    public List<CheckpointKind> kinds() {
        return List.of(CheckpointKind.values());
    }

    public List<Direction> directions() {
        return List.of(Direction.values());
    }

    public List<MeasuringSite> sites() {
        return List.of(MeasuringSite.values());
    }

    public List<MeasuringMode> modes() {
        return List.of(MeasuringMode.values());
    }
}
