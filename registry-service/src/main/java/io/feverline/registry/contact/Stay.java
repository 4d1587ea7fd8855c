package io.feverline.registry.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A time that the case was somewhere, and the time around it in which whoever was measured there too is a contact:
 * within the rule's time of one of the case's measurements. Such times of one place do not overlap; who was measured
 * between two stays belongs to the nearer one.
 *
 * @param first when the case was first measured there
 * @param last when last
 * @param from the first moment at which another is a contact
 * @param until the last one
 * @param seats the case's, as devices told them
 */
public record Stay(Where where, Instant first, Instant last, Instant from, Instant until, Set<String> seats) {
    /** What the database tells apart. */
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /** The stays that measurements tell of, newest first. */
    static List<Stay> of(List<Sighting> sightings, ContactRules rules) {
        var places = new LinkedHashMap<Where, TreeMap<Instant, Set<String>>>();
        for (Sighting sighting : sightings) {
            enter(places, sighting.gate(), sighting.at(), null);
            if (sighting.ride() != null) {
                enter(places, sighting.ride(), sighting.at(), sighting.seat());
            }
        }
        var stays = new ArrayList<Stay>();
        places.forEach((where, times) -> stays.addAll(in(where, times, rules.within(where))));
        stays.sort(Comparator.comparing(Stay::last).reversed());
        return stays;
    }

    private static void enter(
            Map<Where, TreeMap<Instant, Set<String>>> places, Where where, Instant at, @Nullable String seat) {
        Set<String> seats =
                places.computeIfAbsent(where, w -> new TreeMap<>()).computeIfAbsent(at, t -> new TreeSet<>());
        if (seat != null) {
            seats.add(seat);
        }
    }

    private static List<Stay> in(Where where, TreeMap<Instant, Set<String>> times, Duration within) {
        var stays = new ArrayList<Stay>();
        for (var time : times.entrySet()) {
            Instant at = time.getKey();
            Stay before = stays.isEmpty() ? null : stays.get(stays.size() - 1);
            var seats = new TreeSet<>(time.getValue());
            if (before == null) {
                stays.add(new Stay(where, at, at, at.minus(within), at.plus(within), seats));
            } else if (!at.isAfter(before.last.plus(within))) {
                seats.addAll(before.seats);
                stays.set(stays.size() - 1, new Stay(where, before.first, at, before.from, at.plus(within), seats));
            } else {
                Instant middle = middle(before.last, at);
                stays.set(stays.size() - 1, before.endingBy(middle));
                stays.add(new Stay(where, at, at, later(middle.plus(TICK), at.minus(within)), at.plus(within), seats));
            }
        }
        return stays;
    }

    private Stay endingBy(Instant end) {
        return until.isAfter(end) ? new Stay(where, first, last, from, end, seats) : this;
    }

    private static Instant middle(Instant one, Instant other) {
        return one.plus(Duration.between(one, other).dividedBy(2)).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
