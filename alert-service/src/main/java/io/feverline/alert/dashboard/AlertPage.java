package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.look.Celsius;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All about one alert.
 *
 * @param readings in the order they were measured
 * @param timeline the first first
 * @param possible what can be done now
 */
record AlertPage(AlertRow row, List<ReadingRow> readings, List<Moment> timeline, List<Action> possible) {
    static AlertPage of(Alert alert, List<TakenReading> readings, List<ActionTaken> taken, List<EscalationStep> steps) {
        return new AlertPage(
                AlertRow.of(alert),
                readings.stream().map(ReadingRow::new).toList(),
                Stream.concat(taken.stream().map(Moment::of), steps.stream().map(Moment::of))
                        .sorted(Comparator.comparing(Moment::at))
                        .toList(),
                Arrays.stream(Action.values())
                        .filter(action -> action.isPossibleIn(alert.state()))
                        .toList());
    }

    public List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    /** One of its readings. */
    record ReadingRow(TakenReading reading) {
        public BigDecimal temperature() {
            return Celsius.of(reading.temperature());
        }

        public BigDecimal threshold() {
            return Celsius.of(reading.threshold());
        }
    }

    /**
     * What happened: somebody did something, or nobody did and the next level had to know.
     *
     * @param at when
     */
    record Moment(
            Instant at,
            @Nullable ActionTaken taken,
            @Nullable EscalationStep step) {
        static Moment of(ActionTaken taken) {
            return new Moment(taken.order().occurredAt(), taken, null);
        }

        static Moment of(EscalationStep step) {
            return new Moment(step.takenAt(), null, step);
        }
    }
}
