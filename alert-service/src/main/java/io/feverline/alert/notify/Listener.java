package io.feverline.alert.notify;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.events.access.AreaScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who listens at a channel.
 *
 * @param level the unit's
 * @param area where the unit is answerable
 * @param checkpointId the one that the unit is of; null for all in the area
 * @param least what is less severe is not told
 */
public record Listener(
        UUID channelId,
        Level level,
        AreaScope area,
        @Nullable String checkpointId,
        Severity least) {

    /** Whether it happened where the unit is answerable. */
    boolean isAnswerableFor(String areaCode, @Nullable String checkpoint) {
        return area.includes(areaCode) && (checkpointId == null || checkpointId.equals(checkpoint));
    }

    /** Whether the alert is the unit's to know by now: a critical one is everybody's at once. */
    boolean isReachedBy(Alert alert) {
        return alert.severity() == Severity.CRITICAL || level.compareTo(alert.level()) <= 0;
    }

    boolean wants(Severity severity) {
        return severity.compareTo(least) >= 0;
    }
}
