package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cluster as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Cluster", description = "Alerts that have something in common, close in time; one that grows.")
public record ClusterJson(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description = "What they have in common.",
                enumeration = {"checkpoint", "trip", "origin"})
        String kind,

        @Schema(description = "The checkpoint, or the county of origin (GB/T 2260); absent of a trip.") @Nullable
        String place,

        @Schema(required = true, description = "Of the checkpoint of the first alert.")
        String areaCode,

        @Schema(required = true, description = "When the first fever was measured.")
        Instant firstAt,

        @Schema(required = true, description = "When the last one was.")
        Instant lastAt,

        @Schema(required = true) Instant raisedAt,

        @Schema(required = true, description = "How many it has now.")
        int alerts,

        @Schema(required = true, description = "How many of them are confirmed.")
        int confirmed,

        @Schema(description = "The cluster that goes on for this one.") @Nullable
        UUID mergedInto) {

    /** As callers see it. */
    public static ClusterJson of(Cluster cluster) {
        return new ClusterJson(
                cluster.id(),
                Words.of(cluster.kind()),
                cluster.place(),
                cluster.areaCode(),
                cluster.firstAt(),
                cluster.lastAt(),
                cluster.raisedAt(),
                cluster.alerts(),
                cluster.confirmed(),
                cluster.mergedInto());
    }
}
