package io.feverline.registry.journey.rule;

import static io.feverline.registry.journey.rule.Stay.State.ENTRY_UNSEEN;
import static io.feverline.registry.journey.rule.Stay.State.EXIT_UNSEEN;
import static io.feverline.registry.journey.rule.Stay.State.INSIDE;
import static io.feverline.registry.journey.rule.Stay.State.LEFT;
import static io.feverline.registry.journey.rule.Stay.State.SEEN_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaysTest {
    private static final Instant MORNING = Instant.parse("2020-01-26T00:00:00Z");
    private static final String SHANGLI = "360322101";
    private static final String LUXI = "360323";

    @Test
    void an_entry_is_paired_with_the_next_exit() {
        assertThat(stays(in(0), at(1), out(2))).containsExactly(stay(LEFT, 0, 2));
    }

    @Test
    void an_exit_on_a_later_journey_ends_a_stay_too() {
        assertThat(stays(in(0), out(50))).containsExactly(stay(LEFT, 0, 50));
    }

    @Test
    void who_has_not_been_seen_to_leave_is_inside() {
        assertThat(stays(in(0), at(1))).containsExactly(stay(INSIDE, 0, null));
    }

    @Test
    void entries_of_one_journey_are_one_by_the_first() {
        assertThat(stays(in(0), in(1), out(2))).containsExactly(stay(LEFT, 0, 2));
    }

    @Test
    void exits_of_one_journey_are_one_by_the_last() {
        assertThat(stays(in(0), out(1), out(2))).containsExactly(stay(LEFT, 0, 2));
    }

    @Test
    void who_comes_again_on_a_later_journey_had_left_unseen() {
        assertThat(stays(in(0), in(50), out(51))).containsExactly(stay(LEFT, 50, 51), stay(EXIT_UNSEEN, 0, null));
    }

    @Test
    void who_comes_back_on_the_same_journey_begins_another_stay() {
        assertThat(stays(in(0), out(1), in(2))).containsExactly(stay(INSIDE, 2, null), stay(LEFT, 0, 1));
    }

    @Test
    void who_leaves_without_having_come_came_unseen() {
        assertThat(stays(out(0))).containsExactly(stay(ENTRY_UNSEEN, null, 0));
    }

    @Test
    void who_leaves_again_on_a_later_journey_had_come_unseen() {
        assertThat(stays(in(0), out(1), out(50))).containsExactly(stay(ENTRY_UNSEEN, null, 50), stay(LEFT, 0, 1));
    }

    @Test
    void who_is_seen_in_another_county_has_left_this_one() {
        assertThat(stays(in(0), elsewhere(3, Gate.Way.EITHER))).containsExactly(stay(SEEN_ELSEWHERE, 0, 3));
    }

    @Test
    void an_entry_into_another_county_ends_a_stay_and_begins_one() {
        assertThat(stays(in(0), elsewhere(3, Gate.Way.IN)))
                .extracting(Stay::county, Stay::state)
                .containsExactly(tuple("360323", INSIDE), tuple("360322", SEEN_ELSEWHERE));
    }

    @Test
    void an_exit_of_another_county_on_the_same_journey_is_another_stays() {
        assertThat(stays(in(0), out(1), elsewhere(2, Gate.Way.OUT)))
                .extracting(Stay::county, Stay::state)
                .containsExactly(tuple("360323", ENTRY_UNSEEN), tuple("360322", LEFT));
    }

    @Test
    void a_bus_is_registered_elsewhere_and_tells_nothing() {
        assertThat(stays(in(0), pass("bus", LUXI, true, Gate.Way.OUT, 1))).containsExactly(stay(INSIDE, 0, null));
    }

    @Test
    void checkpoints_without_direction_make_no_stays() {
        assertThat(stays(at(0), at(1))).isEmpty();
    }

    private static Stay stay(Stay.State state, @Nullable Integer entry, @Nullable Integer end) {
        return new Stay(
                "360322",
                state,
                entry == null ? null : Stop.begins(in(entry), false),
                end == null
                        ? null
                        : Stop.begins(state == SEEN_ELSEWHERE ? elsewhere(end, Gate.Way.EITHER) : out(end), false));
    }

    private static List<Stay> stays(Pass... passes) {
        var rules = new JourneyRules(Duration.ofHours(12), Duration.ofMinutes(1), 350);
        return Stays.of(rules.journeys(Stream.of(passes).toList()));
    }

    private static Pass in(int hour) {
        return pass("in-" + hour, SHANGLI, false, Gate.Way.IN, hour);
    }

    private static Pass out(int hour) {
        return pass("out-" + hour, SHANGLI, false, Gate.Way.OUT, hour);
    }

    private static Pass at(int hour) {
        return pass("station", SHANGLI, false, Gate.Way.EITHER, hour);
    }

    private static Pass elsewhere(int hour, Gate.Way way) {
        return pass("luxi", LUXI, false, way, hour);
    }

    private static Pass pass(String checkpoint, String area, boolean moves, Gate.Way way, int hour) {
        return new Pass(MORNING.plus(Duration.ofHours(hour)), new Gate(checkpoint, null, null, area, moves, way, null));
    }
}
