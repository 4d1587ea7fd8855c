package io.feverline.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final Instant NOON = Instant.parse("2020-01-26T04:00:00Z");
    private static final UUID COACH = UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60");
    private static final Where.Gate GATE = new Where.Gate("north", "北出口", false);
    private static final Where.Gate BUS = new Where.Gate("bus-3", "3 路", true);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final ContactRules RULES =
            new ContactRules(Duration.ofHours(12), Duration.ofHours(2), TEN_MINUTES, 3, 4);

    @Test
    void one_measurement_is_a_stay_with_the_rules_time_on_both_sides() {
        assertThat(Stay.of(List.of(at(NOON)), RULES))
                .containsExactly(new Stay(GATE, NOON, NOON, NOON.minus(TEN_MINUTES), NOON.plus(TEN_MINUTES), Set.of()));
    }

    @Test
    void measurements_that_the_rules_time_links_are_one_stay() {
        Instant later = NOON.plus(TEN_MINUTES);
        assertThat(Stay.of(List.of(at(later), at(NOON)), RULES))
                .containsExactly(
                        new Stay(GATE, NOON, later, NOON.minus(TEN_MINUTES), later.plus(TEN_MINUTES), Set.of()));
    }

    @Test
    void measurements_further_apart_are_two_stays_the_newest_first() {
        Instant later = NOON.plus(TEN_MINUTES).plusMillis(1);
        assertThat(Stay.of(List.of(at(NOON), at(later)), RULES))
                .extracting(Stay::first)
                .containsExactly(later, NOON);
    }

    @Test
    void a_bus_is_shared_for_as_long_as_a_ride_lasts() {
        assertThat(Stay.of(List.of(new Sighting(NOON, BUS, null, null)), RULES))
                .extracting(Stay::from)
                .containsExactly(NOON.minus(Duration.ofHours(2)));
    }

    @Test
    void a_ride_is_a_stay_of_its_own_beside_the_checkpoints() {
        assertThat(Stay.of(List.of(aboard(NOON, "K12", "12A")), RULES))
                .extracting(Stay::where)
                .containsExactlyInAnyOrder(GATE, new Where.Ride(COACH, "K12"));
    }

    @Test
    void a_ride_is_shared_for_as_long_as_a_coach_is_under_way() {
        assertThat(ride(Stay.of(List.of(aboard(NOON, "K12", "12A")), RULES)).until())
                .isEqualTo(NOON.plus(Duration.ofHours(12)));
    }

    @Test
    void a_ride_has_every_seat_that_was_told() {
        var stays = Stay.of(List.of(aboard(NOON, "K12", "12A"), aboard(NOON.plusSeconds(60), "K12", "3C")), RULES);
        assertThat(ride(stays).seats()).containsExactlyInAnyOrder("12A", "3C");
    }

    @Test
    void two_trips_of_one_vehicle_are_two_stays() {
        var stays = Stay.of(List.of(aboard(NOON, "K12", null), aboard(NOON.plusSeconds(60), "K13", null)), RULES);
        assertThat(stays).extracting(Stay::where).contains(new Where.Ride(COACH, "K12"), new Where.Ride(COACH, "K13"));
    }

    @Property
    void a_moment_is_in_a_stay_just_when_a_measurement_is_near_enough(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 90) Integer> minutes,
            @ForAll @IntRange(min = -15, max = 105) int minute) {
        var sightings = sightings(minutes);
        Instant moment = NOON.plus(Duration.ofMinutes(minute));

        boolean near =
                sightings.stream().anyMatch(sighting -> apart(sighting, moment).compareTo(TEN_MINUTES) <= 0);

        assertThat(Stay.of(sightings, RULES).stream().filter(stay -> includes(stay, moment)))
                .hasSize(near ? 1 : 0);
    }

    @Property
    void a_moment_between_two_stays_is_in_the_nearer_one(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 90) Integer> minutes,
            @ForAll @IntRange(min = -15, max = 105) int minute) {
        var sightings = sightings(minutes);
        Instant moment = NOON.plus(Duration.ofMinutes(minute));
        Duration least = sightings.stream()
                .map(sighting -> apart(sighting, moment))
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(Stay.of(sightings, RULES).stream().filter(stay -> includes(stay, moment)))
                .allMatch(stay -> sightings.stream()
                        .filter(sighting -> apart(sighting, moment).equals(least))
                        .anyMatch(sighting -> !sighting.at().isBefore(stay.first())
                                && !sighting.at().isAfter(stay.last())));
    }

    private static List<Sighting> sightings(List<Integer> minutes) {
        return minutes.stream()
                .map(minute -> at(NOON.plus(Duration.ofMinutes(minute))))
                .toList();
    }

    private static Duration apart(Sighting sighting, Instant moment) {
        return Duration.between(sighting.at(), moment).abs();
    }

    private static boolean includes(Stay stay, Instant moment) {
        return !moment.isBefore(stay.from()) && !moment.isAfter(stay.until());
    }

    private static Stay ride(List<Stay> stays) {
        return stays.stream()
                .filter(stay -> stay.where() instanceof Where.Ride)
                .findAny()
                .orElseThrow();
    }

    private static Sighting at(Instant time) {
        return new Sighting(time, GATE, null, null);
    }

    private static Sighting aboard(Instant time, @Nullable String trip, @Nullable String seat) {
        return new Sighting(time, GATE, new Where.Ride(COACH, trip), seat);
    }
}
