package io.feverline.alert.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a device: its readings of the last day, by the minute in the newest hour and by the hour
 * before; when it was heard, and what it said of itself. In whatever order it is told what was seen, it remembers the
 * same.
 *
 * @param heardAt when the door last received something from it
 * @param readAt when it last received a live reading
 * @param bootId the run that it is in
 * @param bootedAt when that run was first heard of
 * @param clockAhead ms, as its last heartbeat told
 * @param readingsAhead ms, as its last live readings showed
 * @param slots by their beginning
 */
public record DeviceRecord(
        Instant heardAt,
        @Nullable Instant readAt,
        Rhythm rhythm,
        @Nullable String bootId,
        @Nullable Instant bootedAt,
        @Nullable Long clockAhead,
        @Nullable Long readingsAhead,
        NavigableMap<Instant, Slot> slots) {
    private static final Duration BY_THE_MINUTE = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    public DeviceRecord {
        slots = Collections.unmodifiableNavigableMap(slots);
    }

    /**
     * Readings of a device up to now.
     *
     * @param since the beginning of the first slot they are in
     */
    record Sample(Instant since, Collection<Slot> slots) {
        int lowest() {
            return slots.stream().mapToInt(Slot::lowest).min().orElse(Integer.MAX_VALUE);
        }

        int highest() {
            return slots.stream().mapToInt(Slot::highest).max().orElse(Integer.MIN_VALUE);
        }

        Temperatures temperatures() {
            return DeviceRecord.temperatures(slots);
        }
    }

    /** A device that was seen for the first time. */
    static DeviceRecord of(Seen seen) {
        return new DeviceRecord(
                        seen.lastHeardAt(),
                        null,
                        Rhythm.of(seen.lastHeardAt()),
                        null,
                        null,
                        null,
                        null,
                        Collections.emptyNavigableMap())
                .with(seen);
    }

    /** The record with what was seen now. */
    DeviceRecord with(Seen seen) {
        boolean newest = !seen.lastHeardAt().isBefore(heardAt);
        boolean booted = newest && seen.bootId() != null && !seen.bootId().equals(bootId);
        Long clock = newest || clockAhead == null ? seen.clockAhead() : null;
        Long readings = newest || readingsAhead == null ? seen.readingsAhead() : null;
        return new DeviceRecord(
                later(heardAt, seen.lastHeardAt()),
                seen.lastReadingAt() == null
                        ? readAt
                        : readAt == null ? seen.lastReadingAt() : later(readAt, seen.lastReadingAt()),
                rhythm.and(seen.firstHeardAt()).and(seen.lastHeardAt()),
                booted ? seen.bootId() : bootId,
                booted ? seen.lastHeardAt() : bootedAt,
                clock == null ? clockAhead : clock,
                readings == null ? readingsAhead : readings,
                with(seen.minutes()));
    }

    private NavigableMap<Instant, Slot> with(Map<Instant, Slot> minutes) {
        if (minutes.isEmpty()) {
            return slots;
        }
        var all = new TreeMap<Instant, Slot>(slots);
        minutes.forEach((minute, slot) -> all.merge(minute, slot, Slot::plus));
        return folded(all);
    }

    private static NavigableMap<Instant, Slot> folded(NavigableMap<Instant, Slot> all) {
        Instant newest = all.lastKey();
        Instant minutesFrom = newest.minus(BY_THE_MINUTE);
        Instant from = newest.minus(REMEMBERED).truncatedTo(ChronoUnit.HOURS);
        var folded = new TreeMap<Instant, Slot>(all.tailMap(minutesFrom, true));
        all.subMap(from, true, minutesFrom, false)
                .forEach((start, slot) -> folded.merge(start.truncatedTo(ChronoUnit.HOURS), slot, Slot::plus));
        return folded;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** The newest readings that are at least so many; null when there are not so many. */
    @Nullable
    Sample newest(int least) {
        int size = 0;
        for (Map.Entry<Instant, Slot> each : slots.descendingMap().entrySet()) {
            size += each.getValue().temperatures().size();
            if (size >= least) {
                return new Sample(
                        each.getKey(), slots.tailMap(each.getKey(), true).values());
            }
        }
        return null;
    }

    /** From when on it has shown this value alone, which its newest readings show. */
    Instant showsSince(int value, Instant newest) {
        Instant since = newest;
        for (Map.Entry<Instant, Slot> each :
                slots.headMap(newest, false).descendingMap().entrySet()) {
            Slot slot = each.getValue();
            boolean measured = slot.lowest() <= slot.highest();
            if (measured && (slot.lowest() != value || slot.highest() != value)) {
                break;
            }
            since = measured ? each.getKey() : since;
        }
        return since;
    }

    /** What was measured from one time until before the other. */
    Collection<Slot> between(Instant from, Instant to) {
        return slots.subMap(from, true, to, false).values();
    }

    /** The temperatures from then on. */
    Temperatures since(Instant from) {
        return temperatures(slots.tailMap(from, true).values());
    }

    /** The temperatures before. */
    Temperatures before(Instant to) {
        return temperatures(slots.headMap(to, false).values());
    }

    private static Temperatures temperatures(Collection<Slot> slots) {
        return Temperatures.sum(slots.stream().map(Slot::temperatures).toList());
    }
}
