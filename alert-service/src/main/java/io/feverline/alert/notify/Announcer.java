package io.feverline.alert.notify;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.alert.lifecycle.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news in changes and whom it concerns. Every channel hears of a live alert of its area once its level has
 * been reached, of each rise of one that it heard of and of its reopening by a fever, of escalations to its level, of
 * arrivals that are overdue, of clusters (when they are found and each time that they have doubled), and of synthetic
 * fevers that do not arrive, or do again. The same changes after the same history give the same notifications.
 */
public final class Announcer {
    private final List<Listener> listeners;
    private final List<Silence> silences;
    private final Instant now;
    private final Map<Ear, Heard> heard = new HashMap<>();

    private record Ear(UUID channel, UUID subject) {}

    /**
     * One that knows what was told before.
     *
     * @param told at least what concerns the subjects of the changes to come
     */
    public Announcer(List<Listener> listeners, List<Silence> silences, List<Notification> told, Instant now) {
        this.listeners = List.copyOf(listeners);
        this.silences = List.copyOf(silences);
        this.now = now;
        told.forEach(this::remember);
    }

    /** What is to be told of the changes, in their order. */
    public List<Notification> announce(List<AlertChange> changes) {
        List<Notification> news = new ArrayList<>();
        for (AlertChange change : changes) {
            for (Listener listener : listeners) {
                Notification told = tell(change, listener);
                if (told != null) {
                    remember(told);
                    news.add(told);
                }
            }
        }
        return news;
    }

    private @Nullable Notification tell(AlertChange change, Listener listener) {
        Probe probe = change.probe();
        if (probe != null) {
            return tellProbe(probe, listener);
        }
        Alert alert = change.about();
        return alert == null
                        || alert.historic()
                        || alert.episodeState() == EpisodeState.MERGED
                        || !concerns(change, alert, listener)
                ? null
                : tellOfAlert(change, listener);
    }

    /** A cluster is theirs where it began, and theirs where it has come to. */
    private static boolean concerns(AlertChange change, Alert alert, Listener listener) {
        Cluster cluster = change.cluster();
        return listener.isAnswerableFor(
                        alert.opening().areaCode(), alert.opening().checkpointId())
                || (cluster != null
                        && listener.isAnswerableFor(cluster.areaCode(), Notification.checkpointOf(cluster)));
    }

    private @Nullable Notification tellOfAlert(AlertChange change, Listener listener) {
        return switch (change.cause()) {
            case READING -> tellReading(change.alert(), listener);
            case REOPENING -> tellReopening(change, listener);
            case ESCALATION -> tellEscalation(change.alert(), listener);
            case OVERDUE -> tellOverdue(change, listener);
            case CLUSTER -> tellCluster(change, listener);
            case WINDOW_END, MERGER, ACTION, PROBE, DEVICE -> null;
        };
    }

    private @Nullable Notification tellReading(Alert alert, Listener listener) {
        if (!listener.isReachedBy(alert)
                || !listener.wants(alert.severity())
                || alert.episodeState() == EpisodeState.CLEARED) {
            return null;
        }
        Heard before = heard(listener, alert.id());
        if (before.isNothing()) {
            return of(listener, Event.ALERT_OPENED, "", alert);
        }
        String height = "/" + alert.severity() + (alert.episodeState() == EpisodeState.CONFIRMED ? "/confirmed" : "");
        return before.isLessThan(alert) ? of(listener, Event.ALERT_RAISED, height, alert) : null;
    }

    /** Also those who were told of as much before: they take it for over. */
    private @Nullable Notification tellReopening(AlertChange change, Listener listener) {
        Alert alert = change.alert();
        if (!listener.isReachedBy(alert) || !listener.wants(alert.severity())) {
            return null;
        }
        return heard(listener, alert.id()).isNothing()
                ? of(listener, Event.ALERT_OPENED, "", alert)
                : of(listener, Event.ALERT_RAISED, "/" + change.seq(), alert);
    }

    /** Also those who know of it already, as a critical one: now they have to act. */
    private @Nullable Notification tellEscalation(Alert alert, Listener listener) {
        boolean isTheirs =
                listener.level() != Level.CHECKPOINT && listener.level().compareTo(alert.level()) <= 0;
        return isTheirs
                        && listener.wants(alert.severity())
                        && !heard(listener, alert.id()).escalated()
                ? of(listener, Event.ALERT_ESCALATED, "", alert)
                : null;
    }

    private @Nullable Notification tellOverdue(AlertChange change, Listener listener) {
        Alert alert = change.alert();
        return listener.isReachedBy(alert) && listener.wants(alert.severity())
                ? of(listener, Event.ALERT_OVERDUE, "/" + change.seq(), alert)
                : null;
    }

    private Notification of(Listener listener, Event event, String name, Alert alert) {
        var opening = alert.opening();
        return Notification.of(
                listener.channelId(),
                event,
                name,
                alert,
                silence(opening.areaCode(), opening.checkpointId(), alert.severity()),
                now);
    }

    /** Every level: several fevers that have something in common are more than each. */
    private @Nullable Notification tellCluster(AlertChange change, Listener listener) {
        Cluster cluster = change.cluster();
        if (cluster == null || cluster.mergedInto() != null) {
            return null;
        }
        Severity severity = severityOf(change.alert());
        int before = heard(listener, cluster.id()).alerts();
        if (!listener.wants(severity) || cluster.alerts() < Math.max(1, 2 * before)) {
            return null;
        }
        return Notification.of(
                listener.channelId(),
                before == 0 ? Event.CLUSTER_FOUND : Event.CLUSTER_GROWN,
                cluster,
                severity,
                silence(cluster.areaCode(), Notification.checkpointOf(cluster), severity),
                now);
    }

    /** Every level: while none arrives, no fever is seen at the checkpoint. */
    private @Nullable Notification tellProbe(Probe probe, Listener listener) {
        boolean isMissing = probe.missingSince() != null;
        Instant since = isMissing ? probe.missingSince() : probe.wasMissingSince();
        if (since == null
                || !listener.isAnswerableFor(probe.areaCode(), probe.checkpointId())
                || !listener.wants(Notification.OF_PROBES)) {
            return null;
        }
        return Notification.of(
                listener.channelId(),
                isMissing ? Event.PROBE_MISSING : Event.PROBE_BACK,
                probe,
                since,
                silence(probe.areaCode(), probe.checkpointId(), Notification.OF_PROBES),
                now);
    }

    private static Severity severityOf(Alert newest) {
        return newest.severity() == Severity.CRITICAL ? Severity.CRITICAL : Severity.HIGH;
    }

    private @Nullable UUID silence(String areaCode, @Nullable String checkpoint, Severity severity) {
        return silences.stream()
                .filter(silence -> silence.covers(areaCode, checkpoint, severity, now))
                .map(Silence::id)
                .findFirst()
                .orElse(null);
    }

    private Heard heard(Listener listener, UUID subject) {
        return heard.getOrDefault(new Ear(listener.channelId(), subject), Heard.NOTHING);
    }

    private void remember(Notification told) {
        UUID subject = told.subject();
        if (subject != null) {
            heard.merge(
                    new Ear(told.channelId(), subject), Heard.NOTHING.and(told), (before, after) -> before.and(told));
        }
    }
}
