package io.feverline.alert.notify;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import org.jspecify.annotations.Nullable;

/**
 * A notification and what it is about, as it stands now.
 *
 * @param alert null of a cluster and of a test
 * @param cluster null of an alert and of a test
 */
public record Item(
        Notification notification,
        @Nullable Alert alert,
        @Nullable Cluster cluster) {}
