package io.feverline.registry.rest;

import io.feverline.registry.device.EnrolmentCode;
import java.time.Instant;
import java.util.List;

/**
 * Codes that were drawn.
 *
 * @param codes in this answer and never again
 */
public record EnrolmentCodesView(String checkpointId, Instant expiresAt, List<String> codes) {
    static EnrolmentCodesView of(String checkpointId, Instant expiresAt, List<EnrolmentCode> codes) {
        return new EnrolmentCodesView(
                checkpointId, expiresAt, codes.stream().map(EnrolmentCode::text).toList());
    }

    /** Not the codes: they must not come into a log. */
    @Override
    public String toString() {
        return "EnrolmentCodesView";
    }
}
