package io.feverline.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncounterTest {
    private static final Instant NOON = Instant.parse("2020-01-26T04:00:00Z");
    private static final UUID SOMEBODY = UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60");
    private static final Where.Gate GATE = new Where.Gate("north", "北出口", false);
    private static final Where.Gate BUS = new Where.Gate("bus-3", "3 路", true);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final ContactRules RULES =
            new ContactRules(Duration.ofHours(12), TWO_HOURS, Duration.ofMinutes(10), 3, 4);

    @ParameterizedTest
    @CsvSource({
        "12D, SEAT_ROW",
        "11A, NEAR_ROWS",
        "15A, NEAR_ROWS",
        "9A, NEAR_ROWS",
        "16A, TRIP",
        "8A, TRIP",
        "站票, TRIP"
    })
    void the_row_makes_who_rides_along_close(String seat, Reason reason) {
        assertThat(aboard("K12", "K12", seat, Duration.ofHours(12)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"K12, -", "-, K12", "-, -"})
    void a_trip_without_a_name_may_be_another(@Nullable String trip, @Nullable String otherTrip) {
        assertThat(aboard(trip, otherTrip, "20A", Duration.ZERO).reason()).isEqualTo(Reason.VEHICLE);
    }

    @Test
    void seats_of_a_ride_without_a_name_are_neighbours_for_as_long_as_a_ride_lasts() {
        assertThat(aboard(null, null, "12B", TWO_HOURS).reason()).isEqualTo(Reason.SEAT_ROW);
    }

    @Test
    void seats_of_a_later_ride_are_no_neighbours() {
        assertThat(aboard(null, null, "12B", TWO_HOURS.plusMillis(1)).reason()).isEqualTo(Reason.VEHICLE);
    }

    @Test
    void how_far_the_rows_are_apart_is_told_even_if_they_are_not_near() {
        assertThat(aboard("K12", "K12", "20A", Duration.ZERO).rowsApart()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"0, PT10M", "599, PT1S", "600, PT0S"})
    void at_a_checkpoint_the_less_the_later(int seconds, Duration overlap) {
        assertThat(encounter(GATE, NOON.plusSeconds(seconds), NOON.plusSeconds(seconds))
                        .overlap())
                .isEqualTo(overlap);
    }

    @Test
    void who_was_there_first_is_apart_as_far_as_who_came_later() {
        assertThat(encounter(GATE, NOON.minusSeconds(60), NOON.minusSeconds(60)))
                .extracting(Encounter::apart, Encounter::overlap)
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(9));
    }

    @Test
    void who_was_measured_before_and_after_was_there_meanwhile() {
        assertThat(encounter(GATE, NOON.minusSeconds(60), NOON.plusSeconds(60)).apart())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aboard_both_are_from_the_second_first_measurement_to_the_first_last_one() {
        var stay = stay(BUS, NOON, NOON.plusSeconds(600));
        var encounter = Encounter.of(presence(stay, NOON.plusSeconds(60), NOON.plusSeconds(900)), RULES);
        assertThat(encounter)
                .extracting(Encounter::reason, Encounter::apart, Encounter::overlap)
                .containsExactly(Reason.BUS, Duration.ZERO, Duration.ofMinutes(9));
    }

    @Test
    void how_long_both_were_aboard_is_not_known_of_who_was_measured_once() {
        assertThat(encounter(BUS, NOON.plusSeconds(60), NOON.plusSeconds(60)))
                .extracting(Encounter::apart, Encounter::overlap)
                .containsExactly(Duration.ofMinutes(1), null);
    }

    @Test
    void who_was_met_twice_is_one_contact_with_the_closest_encounter_first() {
        var later = presence(stay(GATE, NOON, NOON), NOON.plusSeconds(300), NOON.plusSeconds(300));
        var near = presence(stay(GATE, NOON, NOON), NOON.plusSeconds(10), NOON.plusSeconds(10));
        assertThat(Tracing.contacts(List.of(later, near), RULES))
                .singleElement()
                .extracting(Contact::encounters)
                .isEqualTo(List.of(Encounter.of(near, RULES), Encounter.of(later, RULES)));
    }

    @Test
    void contacts_are_in_order_of_closeness() {
        var gate = new Presence(stay(GATE, NOON, NOON), new UUID(0, 1), NOON, NOON, null, Set.of());
        var late = new Presence(
                stay(BUS, NOON, NOON), new UUID(0, 2), NOON.plusSeconds(60), NOON.plusSeconds(60), null, Set.of());
        var bus = new Presence(stay(BUS, NOON, NOON), new UUID(0, 3), NOON, NOON, null, Set.of());
        assertThat(Tracing.contacts(List.of(gate, late, bus), RULES))
                .extracting(Contact::travellerId)
                .containsExactly(new UUID(0, 3), new UUID(0, 2), new UUID(0, 1));
    }

    private static Encounter aboard(
            @Nullable String trip, @Nullable String otherTrip, String otherSeat, Duration later) {
        var ride = new Where.Ride(UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f61"), trip);
        var stay = new Stay(ride, NOON, NOON, NOON, NOON, Set.of("12A"));
        Instant at = NOON.plus(later);
        return Encounter.of(new Presence(stay, SOMEBODY, at, at, otherTrip, Set.of(otherSeat)), RULES);
    }

    private static Encounter encounter(Where.Gate gate, Instant first, Instant last) {
        return Encounter.of(presence(stay(gate, NOON, NOON), first, last), RULES);
    }

    private static Stay stay(Where.Gate gate, Instant first, Instant last) {
        return new Stay(gate, first, last, first, last, Set.of());
    }

    private static Presence presence(Stay stay, Instant first, Instant last) {
        return new Presence(stay, SOMEBODY, first, last, null, Set.of());
    }
}
