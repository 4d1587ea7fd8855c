package io.feverline.alert.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A device as it is registered.
 *
 * @param revoked the door lets it in no more
 * @param calibrationDue its calibration holds until the end of this day
 * @param missing readings that it counted and that have not arrived; 0 when nothing is known
 */
public record Registration(
        String deviceId,
        String checkpointId,
        String areaCode,
        boolean revoked,
        @Nullable LocalDate calibrationDue,
        long missing) {

    /** The same with what was found out about its numbers. */
    public Registration withMissing(long numbers) {
        return new Registration(deviceId, checkpointId, areaCode, revoked, calibrationDue, numbers);
    }
}
