package io.feverline.alert.lifecycle;

import io.feverline.events.access.AreaScope;
import org.jspecify.annotations.Nullable;

/**
 * Which device alerts are asked for, those that began last first.
 *
 * @param open whether somebody still has to see to it; null for all
 * @param after where the page before ended
 * @param limit at most so many
 */
public record DeviceAlertQuery(
        AreaScope scope,
        @Nullable Boolean open,
        @Nullable String checkpoint,
        @Nullable AreaScope area,
        AlertQuery.@Nullable Position after,
        int limit) {}
