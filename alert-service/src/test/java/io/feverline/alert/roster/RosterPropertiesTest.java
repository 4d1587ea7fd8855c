package io.feverline.alert.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RosterPropertiesTest {
    private static final int HOURS = 40;
    private static final Period ALL = new Period(at(0), at(HOURS));

    @Property
    void at_each_moment_somebody_is_on_or_it_is_in_a_gap(@ForAll("shifts") List<Shift> shifts) {
        var roster = new Roster(shifts);
        List<Period> gaps = roster.gaps(ALL);

        assertThat(LongStream.range(0, HOURS).mapToObj(RosterPropertiesTest::at))
                .allSatisfy(moment -> assertThat(gaps.stream().anyMatch(gap -> gap.includes(moment)))
                        .isEqualTo(roster.at(moment).isEmpty()));
    }

    @Property
    void gaps_are_apart_and_in_their_order(@ForAll("shifts") List<Shift> shifts) {
        List<Period> gaps = new Roster(shifts).gaps(ALL);

        for (int i = 1; i < gaps.size(); i++) {
            assertThat(gaps.get(i).from()).isAfter(gaps.get(i - 1).to());
        }
    }

    @Property
    void a_clash_is_found_exactly_when_two_shifts_of_one_person_overlap(@ForAll("shifts") List<Shift> shifts) {
        boolean clashes = shifts.stream()
                .anyMatch(one ->
                        shifts.stream().anyMatch(other -> !one.id().equals(other.id()) && one.clashesWith(other)));

        assertThat(new Roster(shifts).clash().isPresent()).isEqualTo(clashes);
    }

    @Property
    void the_order_in_which_shifts_are_told_does_not_matter(@ForAll("shifts") List<Shift> shifts) {
        var backwards = new ArrayList<>(shifts);
        Collections.reverse(backwards);

        assertThat(new Roster(backwards).gaps(ALL)).isEqualTo(new Roster(shifts).gaps(ALL));
    }

    @Provide
    Arbitrary<List<Shift>> shifts() {
        return Combinators.combine(
                        Arbitraries.of("li", "wang", "zhao"),
                        Arbitraries.integers().between(0, HOURS - 1),
                        Arbitraries.integers().between(1, 12))
                .as((person, from, hours) ->
                        new Shift(UUID.randomUUID(), person, new Period(at(from), at(from + hours))))
                .list()
                .ofMaxSize(12);
    }

    private static Instant at(long hour) {
        return Instant.parse("2026-11-24T00:00:00Z").plusSeconds(hour * 3_600);
    }
}
