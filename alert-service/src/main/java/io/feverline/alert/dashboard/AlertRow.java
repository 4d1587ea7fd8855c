package io.feverline.alert.dashboard;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rest.Cursor;
import io.feverline.alert.rest.EntityTag;
import io.feverline.look.Celsius;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the list.
 *
 * @param seen the entity tag that whoever acts on it has seen
 */
record AlertRow(Alert alert, String seen) {
    static AlertRow of(Alert alert) {
        return new AlertRow(alert, EntityTag.of(alert));
    }

    static List<AlertRow> of(List<Alert> alerts) {
        return alerts.stream().map(AlertRow::of).toList();
    }

    /** The severity as a style sheet names it. */
    public String look() {
        return Words.of(alert.severity());
    }

    /** How its checkpoint is called, by its id as long as nothing else is known. */
    public String place() {
        String name = alert.checkpointName();
        return name == null ? alert.opening().checkpointId() : name;
    }

    /** Where the list goes on after it. */
    public String cursor() {
        return Cursor.of(alert);
    }

    /** What they have seen, as part of an address. */
    public String seenInAddress() {
        return seen.replace("\"", "");
    }

    /** °C, one decimal. */
    public BigDecimal temperature() {
        return Celsius.of(alert.opening().temperature());
    }

    public BigDecimal threshold() {
        return Celsius.of(alert.opening().threshold());
    }

    /** Where it stands in the list: the newest opening first. */
    public long order() {
        return alert.openedAt().toEpochMilli();
    }

    public boolean isOver() {
        return alert.state().isOver() || alert.mergedInto() != null;
    }

    public boolean isOpen() {
        return alert.state() == AlertState.OPEN;
    }

    /** Referred, and not at the clinic in time. */
    public boolean isOverdue() {
        return alert.state() == AlertState.REFERRED && alert.care().overdueSince() != null;
    }

    /** Whether nobody acknowledged it in time, and still nobody has. */
    public boolean isEscalated() {
        return isOpen() && alert.level() != Level.CHECKPOINT;
    }

    /** Greater after each of the rises that units are told of, and never for anything else. */
    public int urgency() {
        return EnumSet.range(Severity.LOW, alert.severity()).size()
                + EnumSet.range(Level.CHECKPOINT, alert.level()).size()
                + (alert.episodeState() == EpisodeState.CONFIRMED ? 1 : 0)
                + (isOverdue() ? 1 : 0);
    }

    public Action acknowledge() {
        return Action.ACKNOWLEDGE;
    }

    /** With the quotation marks of an entity tag as JSON has them. */
    public String seenInJson() {
        return seen.replace("\"", "\\\"");
    }

    /** Who has it; null when nobody was named. */
    @Nullable
    public String holder() {
        return alert.care().assignee();
    }
}
