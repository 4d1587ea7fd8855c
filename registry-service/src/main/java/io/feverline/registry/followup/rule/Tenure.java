package io.feverline.registry.followup.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a worker had a follow-up: what they wrote down meanwhile counts, also when a phone without a network brings it
 * after it has gone to another or is over.
 *
 * @param from when it was accepted
 * @param until when it went to another or was over, not included; null while neither is so
 */
public record Tenure(Instant from, @Nullable Instant until) {
    /** Whether it was the worker's then. */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && (until == null || time.isBefore(until));
    }
}
