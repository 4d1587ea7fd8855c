package io.feverline.alert.roster;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shifts of one unit.
 *
 * @param shifts the one that begins first first
 */
public record Roster(List<Shift> shifts) {
    private static final Comparator<Shift> BEGINNING =
            comparing((Shift shift) -> shift.period().from()).thenComparing(Shift::person);

    /** In any order. */
    public Roster(List<Shift> shifts) {
        this.shifts = shifts.stream().sorted(BEGINNING).toList();
    }

    /** Who is on duty at a moment. */
    public List<Shift> at(Instant moment) {
        return shifts.stream().filter(shift -> shift.period().includes(moment)).toList();
    }

    /** Who comes next: those of the shifts after a moment that begin first, all at the same time. */
    public List<Shift> nextAfter(Instant moment) {
        Optional<Instant> first = shifts.stream()
                .map(shift -> shift.period().from())
                .filter(from -> from.isAfter(moment))
                .findFirst();
        return shifts.stream()
                .filter(shift -> first.filter(shift.period().from()::equals).isPresent())
                .toList();
    }

    /** When, within a period, nobody is on duty; the first gap first. */
    public List<Period> gaps(Period within) {
        var gaps = new ArrayList<Period>();
        Instant covered = within.from();
        for (Shift shift : shifts) {
            Instant from = shift.period().from();
            if (!from.isBefore(within.to())) {
                break;
            }
            if (from.isAfter(covered)) {
                gaps.add(new Period(covered, from));
            }
            covered = later(covered, shift.period().to());
        }
        if (covered.isBefore(within.to())) {
            gaps.add(new Period(covered, within.to()));
        }
        return gaps;
    }

    /** A shift of somebody who is there already then; empty when nobody is there twice. */
    public Optional<Shift> clash() {
        // In the order of people and beginnings, of those that clash two are neighbours.
        List<Shift> byPerson = shifts.stream()
                .sorted(comparing(Shift::person).thenComparing(BEGINNING))
                .toList();
        for (int i = 1; i < byPerson.size(); i++) {
            if (byPerson.get(i).clashesWith(byPerson.get(i - 1))) {
                return Optional.of(byPerson.get(i));
            }
        }
        return Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
