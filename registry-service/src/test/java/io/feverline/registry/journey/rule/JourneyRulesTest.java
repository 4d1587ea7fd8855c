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

    private final JourneyRules rules = new JourneyRules(Duration.ofHours(12), Duration.ofMinutes(1));

    @Test
    void exit_station_and_bus_are_one_journey() {
        var journeys = rules.journeys(List.of(at("exit", 0), at("station", 1_800), bus("bus-3", 1_900)));

        assertThat(journeys).hasSize(1);
        assertThat(journeys.get(0).stops())
                .extracting(stop -> stop.first().checkpointId())
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

    private static Pass at(String checkpoint, int seconds) {
        return new Pass(MORNING.plusSeconds(seconds), checkpoint, null, null, "360322101", false);
    }

    private static Pass bus(String checkpoint, int seconds) {
        return new Pass(MORNING.plusSeconds(seconds), checkpoint, null, "BUS", "360322101", true);
    }
}
