package io.feverline.alert.roster;

import io.feverline.alert.lifecycle.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who have to know of alerts: of a checkpoint, of a township, of a county's command.
 *
 * @param areaCode where they are answerable; a round code such as 360300 means all of it
 * @param checkpointId the only one that they are answerable for; null: every one in the area
 * @param version how often it was written
 */
public record Unit(
        UUID id,
        String name,
        Level level,
        String areaCode,
        @Nullable String checkpointId,
        int version) {

    /** What can be changed of a unit. */
    public record Draft(
            String name,
            Level level,
            String areaCode,
            @Nullable String checkpointId) {}
}
