package io.feverline.alert.dashboard;

import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.rest.ClusterJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in the list.
 *
 * @param place where, in words; null of a trip
 */
record ClusterRow(ClusterJson cluster, @Nullable String place) {
    static ClusterRow of(Cluster cluster, Map<String, Checkpoint> registered) {
        String place = cluster.place();
        return new ClusterRow(ClusterJson.of(cluster), place == null ? null : Names.of(place, registered));
    }
}
