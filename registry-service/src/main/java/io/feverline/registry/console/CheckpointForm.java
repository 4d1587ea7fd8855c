package io.feverline.registry.console;

import io.feverline.registry.rest.CheckpointChange;
import io.feverline.registry.rest.NewCheckpoint;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it was typed.
 *
 * @param id of a new one
 */
record CheckpointForm(
        @RestForm @Nullable String id,
        @RestForm @Nullable String name,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String areaCode,
        @RestForm @Nullable String direction,
        @RestForm @Nullable String latitude,
        @RestForm @Nullable String longitude) {
    /** As the API takes it. */
    NewCheckpoint body() {
        return new NewCheckpoint(
                Forms.needed(id),
                Forms.needed(name),
                Forms.needed(kind),
                Forms.needed(areaCode),
                Forms.text(direction),
                Forms.number(latitude),
                Forms.number(longitude));
    }

    /** The same of one that there is. */
    CheckpointChange change() {
        return new CheckpointChange(
                Forms.needed(name),
                Forms.needed(kind),
                Forms.needed(areaCode),
                Forms.text(direction),
                Forms.number(latitude),
                Forms.number(longitude));
    }
}
