package io.feverline.alert.notify;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.events.access.AreaScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What nobody wants to be told for a while, such as while a broken camera is replaced. What is critical is told all the
 * same.
 *
 * @param checkpointId the one that it is about; null for all in the area
 * @param from included
 * @param until not included
 * @param end who ended it before its time; null when nobody has
 */
public record Silence(
        UUID id,
        AreaScope area,
        @Nullable String checkpointId,
        Instant from,
        Instant until,
        String reason,
        String createdBy,
        Instant createdAt,
        @Nullable End end) {

    /** Why it ended early. */
    public record End(Instant at, String by, String reason) {}

    /** Whether it keeps something quiet that happens now. */
    boolean covers(String areaCode, @Nullable String checkpoint, Severity severity, Instant now) {
        return severity != Severity.CRITICAL
                && isInForce(now)
                && area.includes(areaCode)
                && (checkpointId == null || checkpointId.equals(checkpoint));
    }

    /** Whether it has begun and not ended. */
    public boolean isInForce(Instant now) {
        return !now.isBefore(from) && now.isBefore(until) && (end == null || now.isBefore(end.at()));
    }
}
