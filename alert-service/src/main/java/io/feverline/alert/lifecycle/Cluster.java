package io.feverline.alert.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Episodes that have something in common, close enough in time to have more than that in common.
 *
 * @param place the checkpoint's id, or the county of origin; null of a trip, which has no name of its own
 * @param areaCode of the checkpoint of its first episode
 * @param firstAt when the first of them was opened
 * @param lastAt when the last was
 * @param alerts how many
 * @param confirmed how many of them are confirmed
 * @param mergedInto the cluster that goes on for this one
 */
public record Cluster(
        UUID id,
        Kind kind,
        @Nullable String place,
        String areaCode,
        Instant firstAt,
        Instant lastAt,
        Instant raisedAt,
        int alerts,
        int confirmed,
        @Nullable UUID mergedInto) {

    /** What they have in common. */
    public enum Kind {
        CHECKPOINT,
        TRIP,
        ORIGIN
    }
}
