package io.feverline.alert.dashboard;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.rest.CheckpointStatusJson;
import io.feverline.look.Celsius;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All about one alert.
 *
 * @param readings in the order they were measured
 * @param timeline the first first
 * @param device how the device that opened it stands today; null when it was not heard at this checkpoint
 * @param possible what can be done now
 */
record AlertPage(
        AlertRow row,
        List<ReadingRow> readings,
        List<Moment> timeline,
        CheckpointStatusJson.@Nullable Device device,
        List<Action> possible) {
    static AlertPage of(
            Alert alert,
            List<TakenReading> readings,
            List<ActionTaken> taken,
            List<EscalationStep> steps,
            Optional<CheckpointStatus> status) {
        return new AlertPage(
                AlertRow.of(alert),
                readings.stream().map(ReadingRow::new).toList(),
                Stream.concat(taken.stream().map(Moment::of), steps.stream().map(Moment::of))
                        .sorted(Comparator.comparing(Moment::at))
                        .toList(),
                status.stream()
                        .flatMap(known -> CheckpointStatusJson.of(known).devices().stream())
                        .filter(device ->
                                device.deviceId().equals(alert.opening().deviceId()))
                        .findFirst()
                        .orElse(null),
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
