package io.feverline.registry.report.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shifts of a day. Together they fill it, so that each reading is in the report of exactly one.
 *
 * @param cutoff how long after a shift's end its report is in time
 */
public record ShiftPlan(List<Shift> shifts, Duration cutoff) {
    /** The county's time, in which days begin and end. */
    public static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    /** Orders them; an IllegalArgumentException says why they are no day. */
    public ShiftPlan {
        shifts = shifts.stream().sorted(Comparator.comparing(Shift::begins)).toList();
        if (shifts.isEmpty() || cutoff.isNegative()) {
            throw new IllegalArgumentException("there is a shift, and its report is due after it");
        }
        if (shifts.stream().map(Shift::name).distinct().count() < shifts.size()) {
            throw new IllegalArgumentException("shifts have names of their own");
        }
        for (int i = 0; i < shifts.size(); i++) {
            Shift next = shifts.get((i + 1) % shifts.size());
            if (!shifts.get(i).ends().equals(next.begins())) {
                throw new IllegalArgumentException(
                        "shift %s ends when %s begins".formatted(shifts.get(i).name(), next.name()));
            }
        }
    }

    /** The plan that texts such as {@code night 20:00-08:00} make. */
    public static ShiftPlan parse(List<String> shifts, Duration cutoff) {
        return new ShiftPlan(shifts.stream().map(Shift::parse).toList(), cutoff);
    }

    /** The shifts that begin on a day, in their order. */
    public List<ShiftOfDay> of(LocalDate day) {
        return shifts.stream().map(shift -> shift.on(day, COUNTY, cutoff)).toList();
    }

    /** The shift with this name that begins on a day. */
    public Optional<ShiftOfDay> find(LocalDate day, String shift) {
        return of(day).stream().filter(each -> each.shift().equals(shift)).findFirst();
    }

    /** The shifts that begin on these days, both included. */
    public List<ShiftOfDay> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> of(day).stream())
                .toList();
    }

    /** The shifts whose cutoff is after one time, and not after another. */
    public List<ShiftOfDay> cutOffBetween(Instant after, Instant until) {
        // A shift begins within a day of its end.
        LocalDate first = LocalDate.ofInstant(after.minus(cutoff), COUNTY).minusDays(1);
        LocalDate last = LocalDate.ofInstant(until.minus(cutoff), COUNTY);
        return between(first, last).stream()
                .filter(shift ->
                        shift.cutoff().isAfter(after) && !shift.cutoff().isAfter(until))
                .toList();
    }
}
