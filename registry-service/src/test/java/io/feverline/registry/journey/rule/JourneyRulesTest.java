package io.feverline.registry.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneyRulesTest {
    private static final Instant MORNING = Instant.parse("2020-01-26T00:00:00Z");

    private final JourneyRules rules = new JourneyRules(Duration.ofHours(12), Duration.ofMinutes(1), 120);

    @Test
    void exit_station_and_bus_are_one_journey() {
        var journeys = rules.journeys(List.of(at("exit", 0), at("station", 1_800), bus("bus-3", 1_900)));

        assertThat(journeys).hasSize(1);
        assertThat(journeys.get(0).stops())
                .extracting(stop -> stop.gate().checkpointId())
                .containsExactly("exit", "station", "bus-3");
        assertThat(journeys.get(0).from()).isEqualTo(MORNING);
        assertThat(journeys.get(0).until()).isEqualTo(MORNING.plusSeconds(1_900));
    }

    @ParameterizedTest
    @CsvSource({"43200, 1", "43201, 2"})
    void who_is_measured_nowhere_for_longer_than_the_gap_begins_another(int seconds, int journeys) {
        assertThat(rules.journeys(List.of(at("exit", 0), at("exit", seconds)))).hasSize(journeys);
    }

    @Test
    void the_newest_journey_is_the_first() {
        var journeys = rules.journeys(List.of(at("exit", 0), at("station", 100_000)));

        assertThat(journeys).extracting(Journey::from).containsExactly(MORNING.plusSeconds(100_000), MORNING);
    }

    @Test
    void a_second_measurement_at_the_same_checkpoint_is_the_same_stop() {
        var journeys = rules.journeys(List.of(at("exit", 0), at("exit", 30), at("station", 1_800), at("exit", 3_600)));

        assertThat(journeys.get(0).stops()).extracting(Stop::passages).containsExactly(2, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "59, true", "60, false"})
    void nobody_gets_to_another_checkpoint_in_less_than_a_minute(int seconds, boolean impossible) {
        var journeys = rules.journeys(List.of(at("exit", 0), at("station", seconds)));

        assertThat(journeys.get(0).stops()).extracting(Stop::impossible).containsExactly(false, impossible);
    }

    @Test
    void a_bus_is_where_its_passengers_are() {
        var journeys = rules.journeys(List.of(at("station", 0), bus("bus-3", 5), at("exit", 10)));

        assertThat(journeys.get(0).stops()).extracting(Stop::impossible).containsOnly(false);
    }

    @Test
    void who_was_nowhere_has_no_journey() {
        assertThat(rules.journeys(List.of())).isEmpty();
    }

    /** A tenth of a degree of latitude is 11.1195 km: 333.6 s at 120 km/h. */
    @ParameterizedTest
    @CsvSource({"333, true", "334, false"})
    void nobody_is_faster_than_the_top_speed(int seconds, boolean impossible) {
        var journeys = rules.journeys(List.of(at(27.5, 0), at(27.6, seconds)));

        assertThat(journeys.get(0).stops()).extracting(Stop::impossible).containsExactly(false, impossible);
    }

    @ParameterizedTest
    @CsvSource({"59, true", "60, false"})
    void of_places_close_to_each_other_the_least_transit_holds(int seconds, boolean impossible) {
        var journeys = rules.journeys(List.of(at(27.5, 0), at(27.501, seconds)));

        assertThat(journeys.get(0).stops()).extracting(Stop::impossible).containsExactly(false, impossible);
    }

    private static Pass at(String checkpoint, int seconds) {
        return pass(new Gate(checkpoint, null, null, "360322101", false, Gate.Way.EITHER, null), seconds);
    }

    private static Pass at(double latitude, int seconds) {
        var position = new Position(latitude, 113.8);
        return pass(new Gate("gate-" + latitude, null, null, "360322101", false, Gate.Way.EITHER, position), seconds);
    }

    private static Pass bus(String checkpoint, int seconds) {
        return pass(new Gate(checkpoint, null, "BUS", "360322101", true, Gate.Way.EITHER, null), seconds);
    }

    private static Pass pass(Gate gate, int seconds) {
        return new Pass(MORNING.plusSeconds(seconds), gate);
    }
}
