package io.feverline.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What a heartbeat tells of a device besides its clock and its queue.
 *
 * @param battery percent
 * @param clockSet whether the clock was set since the last heartbeat: what the service reckoned before is void
 */
public record Health(@Nullable Integer battery, @Nullable String firmware, boolean clockSet) {}
