package io.feverline.simulator.plan;

import io.feverline.gateway.Traveller;
import io.feverline.gateway.Vehicle;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading but for its time, which is the moment the gateway takes it.
 *
 * @param id the same for the same seed, run label and person
 * @param person a label that says nothing of the papers
 * @param temperature m°C as the device shows it
 * @param surface bare skin, the offsets of device and site are yet to be added
 * @param site where on the body
 * @param ambient m°C, when the device has a second sensor
 * @param traveller absent in anonymous mass screening
 * @param vehicle absent on foot
 * @param recheckOf the reading that this one repeats
 */
public record Draft(
        UUID id,
        String person,
        int temperature,
        boolean surface,
        String site,
        @Nullable Integer ambient,
        @Nullable Traveller traveller,
        @Nullable Vehicle vehicle,
        @Nullable UUID recheckOf) {

    /**
     * What the screening policy default-2 adds to bare skin, m°C; written here once more, for a check that asked it
     * would agree with any.
     */
    private static final Map<String, Integer> SKIN_OFFSETS = Map.of("forehead", 1_600, "inner-canthus", 1_400);

    /** What a screening policy judges, in m°C: bare skin with the offsets of device and site, or the reading itself. */
    public int judgedAt(Device device) {
        return surface ? temperature + device.offsetMilli() + SKIN_OFFSETS.getOrDefault(site, 0) : temperature;
    }
}
