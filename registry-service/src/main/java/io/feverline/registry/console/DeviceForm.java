package io.feverline.registry.console;

import io.feverline.registry.rest.DeviceChange;
import io.feverline.registry.rest.NewDevice;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A device as it was typed.
 *
 * @param id of a new one
 * @param calibrationDue of a new one
 */
record DeviceForm(
        @RestForm @Nullable String id,
        @RestForm @Nullable String checkpointId,
        @RestForm @Nullable String site,
        @RestForm @Nullable String mode,
        @RestForm @Nullable String offset,
        @RestForm @Nullable String calibrationDue) {
    /** As the API takes it. */
    NewDevice body() {
        return new NewDevice(
                Forms.needed(id),
                Forms.needed(checkpointId),
                Forms.text(site),
                Forms.text(mode),
                Forms.number(offset),
                Forms.day(calibrationDue));
    }

    /** The same of one that there is. */
    DeviceChange change() {
        return new DeviceChange(Forms.needed(checkpointId), Forms.text(site), Forms.text(mode), Forms.number(offset));
    }
}
