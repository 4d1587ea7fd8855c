package io.feverline.registry.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a case may have shared with others. */
public sealed interface Where {
    /**
     * A ride in a vehicle.
     *
     * @param trip its name; null when the checkpoint did not know it
     */
    record Ride(UUID vehicleId, @Nullable String trip) implements Where {}

    /**
     * A checkpoint.
     *
     * @param name null when it is registered no more
     * @param bus it stands in a bus: whoever is measured at it rides along
     */
    record Gate(String checkpointId, @Nullable String name, boolean bus) implements Where {}
}
