package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cluster with its alerts: the cluster's own members, and {@code members}. */
@Schema(name = "ClusterDetail", description = "A cluster with its alerts.")
public record ClusterDetailJson(
        @Schema(required = true) @JsonUnwrapped ClusterJson cluster,

        @Schema(required = true, description = "Those in the caller's area, the first first; at most 500.")
        List<AlertJson> members) {

    static ClusterDetailJson of(Cluster cluster, List<Alert> alerts) {
        return new ClusterDetailJson(
                ClusterJson.of(cluster), alerts.stream().map(AlertJson::of).toList());
    }
}
