package io.feverline.alert.notify;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a channel was told of an alert or cluster so far.
 *
 * @param severity the highest; null when nothing was told
 * @param alerts the largest size of the cluster
 */
record Heard(@Nullable Severity severity, boolean confirmed, boolean escalated, int alerts) {
    static final Heard NOTHING = new Heard(null, false, false, 0);

    Heard and(Notification told) {
        return new Heard(
                severity == null || told.severity().compareTo(severity) > 0 ? told.severity() : severity,
                confirmed || told.confirmed(),
                escalated || told.event() == Event.ALERT_ESCALATED,
                Math.max(alerts, told.alerts()));
    }

    boolean isNothing() {
        return severity == null;
    }

    boolean isLessThan(Alert alert) {
        return severity == null
                || severity.compareTo(alert.severity()) < 0
                || (!confirmed && alert.episodeState() == EpisodeState.CONFIRMED);
    }
}
