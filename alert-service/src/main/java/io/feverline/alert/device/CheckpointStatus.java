package io.feverline.alert.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a checkpoint stands.
 *
 * @param at as of when
 * @param lastReadingAt when the door received the last live reading
 * @param lastFiveMinutes live readings of the last five whole minutes
 * @param lastQuarterHour of the last fifteen
 * @param lastHour of the last sixty
 * @param feversOfLastHour how many of these were fevers
 */
public record CheckpointStatus(
        String checkpointId,
        String areaCode,
        Instant at,
        @Nullable Instant lastReadingAt,
        int lastFiveMinutes,
        int lastQuarterHour,
        int lastHour,
        int feversOfLastHour,
        List<DeviceStatus> devices) {

    public CheckpointStatus {
        devices = List.copyOf(devices);
    }

    /** One device of it, and what is wrong with it. */
    public record DeviceStatus(String deviceId, Instant lastHeardAt, Set<Finding> findings) {
        public DeviceStatus {
            findings = Set.copyOf(findings);
        }
    }

    /** Whether it says the same, as of whatever time. */
    public boolean saysTheSameAs(@Nullable CheckpointStatus other) {
        return other != null
                && equals(new CheckpointStatus(
                        other.checkpointId,
                        other.areaCode,
                        at,
                        other.lastReadingAt,
                        other.lastFiveMinutes,
                        other.lastQuarterHour,
                        other.lastHour,
                        other.feversOfLastHour,
                        other.devices));
    }
}
