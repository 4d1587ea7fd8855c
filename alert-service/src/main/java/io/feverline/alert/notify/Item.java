package io.feverline.alert.notify;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import org.jspecify.annotations.Nullable;

/**
 * A notification and what it is about, as it stands now.
 *
 * @param alert null unless it is about one
 * @param cluster null unless it is about one
 */
public record Item(
        Notification notification,
        @Nullable Alert alert,
        @Nullable Cluster cluster) {}
