package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Cluster;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Clusters. */
@Schema(name = "ClusterList")
public record ClusterListJson(
        @Schema(required = true, description = "Those that grew last first.")
        List<ClusterJson> items) {

    static ClusterListJson of(List<Cluster> clusters) {
        return new ClusterListJson(clusters.stream().map(ClusterJson::of).toList());
    }
}
