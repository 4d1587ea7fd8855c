package io.feverline.alert.device;

import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.rule.DeviceLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The devices of one checkpoint: what is remembered of each, and what stands. Not for use by several threads. */
public final class CheckpointWatch {
    private final String checkpointId;
    private final Map<String, Watched> devices = new TreeMap<>();
    private String areaCode;

    /** An area code that is told later replaces this one. */
    public CheckpointWatch(String checkpointId, String areaCode) {
        this.checkpointId = checkpointId;
        this.areaCode = areaCode;
    }

    /**
     * A device and how it stands with it.
     *
     * @param standings of what was ever found or suspected
     */
    public record Watched(DeviceRecord device, Map<Finding, Standing> standings) {
        public Watched {
            standings = Collections.unmodifiableMap(standings);
        }

        private Standing standing(Finding finding) {
            return standings.getOrDefault(finding, Standing.NOTHING);
        }

        private Set<Finding> findings() {
            var found = EnumSet.noneOf(Finding.class);
            standings.forEach((finding, standing) -> {
                if (standing.stands()) {
                    found.add(finding);
                }
            });
            return found;
        }

        private Watched with(Finding finding, Standing standing) {
            if (standing.equals(standing(finding))) {
                return this;
            }
            var changed = new EnumMap<Finding, Standing>(Finding.class);
            changed.putAll(standings);
            changed.put(finding, standing);
            return new Watched(device, changed);
        }
    }

    /** What is remembered, by device. */
    public Map<String, Watched> devices() {
        return Collections.unmodifiableMap(devices);
    }

    public String areaCode() {
        return areaCode;
    }

    /** Puts back what was remembered. */
    public void remember(String deviceId, Watched watched) {
        devices.put(deviceId, watched);
    }

    /** Takes in what was seen. */
    public void take(String area, List<Seen> all) {
        areaCode = area;
        for (Seen seen : all) {
            devices.compute(
                    seen.deviceId(),
                    (id, known) -> known == null
                            ? new Watched(DeviceRecord.of(seen), Map.of())
                            : new Watched(known.device().with(seen), known.standings()));
        }
    }

    /**
     * Judges every device.
     *
     * @param zone whose calendar a calibration is due by
     * @param registrations a device's registration; null of one that has none
     * @return what is found, and what is no longer so
     */
    public List<HealthChange> judge(
            DeviceLimits limits,
            ZoneId zone,
            Observation observation,
            Function<String, @Nullable Registration> registrations) {
        var rules = new Rules(limits, zone);
        Instant now = observation.now();
        var changes = new ArrayList<HealthChange>();
        if (now.equals(Instant.MIN)) {
            return changes;
        }
        for (String id : List.copyOf(devices.keySet())) {
            Registration registration = registrations.apply(id);
            boolean here = registration != null
                    && !registration.revoked()
                    && registration.checkpointId().equals(checkpointId);
            Watched before = devices.get(id);
            if (before == null) {
                continue;
            }
            if (!here && now.isAfter(before.device().heardAt().plus(limits.silence()))) {
                // Taken away, which is nothing that is wrong with it; what its registration says goes along with it.
                boolean elsewhere = registration != null && !registration.revoked();
                tell(id, before, dismissed(before, elsewhere, now), now, changes, false);
                devices.remove(id);
                continue;
            }
            Watched after = before;
            for (Finding finding : Finding.values()) {
                Standing standing = before.standing(finding);
                Judgement judgement =
                        judgement(rules, finding, id, before.device(), standing, observation, registration);
                Duration patience = finding == Finding.GAPS ? limits.missingFor() : Duration.ZERO;
                after = after.with(finding, standing.after(judgement, patience, now));
            }
            devices.put(id, after);
            tell(id, before, after, now, changes, false);
        }
        return changes;
    }

    private Judgement judgement(
            Rules rules,
            Finding finding,
            String id,
            DeviceRecord device,
            Standing standing,
            Observation observation,
            @Nullable Registration registration) {
        boolean stands = standing.stands();
        return switch (finding) {
            case SILENT ->
                rules.silent(device, observation.since(), observation.heardUpTo(), stands ? standing.since() : null);
            case STUCK -> rules.stuck(device);
            case FLAT -> rules.flat(device, stands);
            case DRIFTING -> rules.drifting(device, neighboursOf(id), stands ? standing.since() : null);
            case GAPS -> rules.gaps(registration == null ? 0 : registration.missing(), stands, observation.now());
            case CLOCK -> rules.clock(device, stands);
            case CALIBRATION ->
                rules.calibration(registration == null ? null : registration.calibrationDue(), observation.now());
        };
    }

    private List<DeviceRecord> neighboursOf(String id) {
        var neighbours = new ArrayList<DeviceRecord>();
        devices.forEach((other, watched) -> {
            if (!other.equals(id)) {
                neighbours.add(watched.device());
            }
        });
        return neighbours;
    }

    private static Watched dismissed(Watched watched, boolean elsewhere, Instant now) {
        Watched after = watched;
        for (Finding finding : watched.findings()) {
            if (!elsewhere || finding != Finding.CALIBRATION) {
                after = after.with(finding, watched.standing(finding).after(Judgement.Well.WELL, Duration.ZERO, now));
            }
        }
        return after;
    }

    /** All that was found last, as it stands; whoever knows it learns nothing new. */
    public List<HealthChange> retold(Instant now) {
        var changes = new ArrayList<HealthChange>();
        devices.forEach(
                (id, watched) -> tell(id, new Watched(watched.device(), Map.of()), watched, now, changes, true));
        return changes;
    }

    private void tell(
            String id, Watched before, Watched after, Instant now, List<HealthChange> changes, boolean again) {
        after.standings().forEach((finding, standing) -> {
            Instant since = standing.since();
            Standing then = before.standing(finding);
            if (since != null && (again || standing.stands() != then.stands())) {
                changes.add(new HealthChange(
                        id,
                        finding,
                        checkpointId,
                        areaCode,
                        since,
                        standing.until(),
                        standing.value(),
                        standing.limit(),
                        now));
            }
        });
    }

    /** How it stands. Whole minutes are counted, so that a rate does not fall at the beginning of each. */
    public CheckpointStatus status(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new CheckpointStatus(
                checkpointId,
                areaCode,
                now,
                devices.values().stream()
                        .map(watched -> watched.device().readAt())
                        .filter(time -> time != null)
                        .max(Instant::compareTo)
                        .orElse(null),
                measured(minute, Duration.ofMinutes(5), Slot::readings),
                measured(minute, Duration.ofMinutes(15), Slot::readings),
                measured(minute, Duration.ofHours(1), Slot::readings),
                measured(minute, Duration.ofHours(1), Slot::fevers),
                devices.entrySet().stream()
                        .map(entry -> new DeviceStatus(
                                entry.getKey(),
                                entry.getValue().device().heardAt(),
                                entry.getValue().findings()))
                        .toList());
    }

    private int measured(Instant minute, Duration length, ToIntFunction<Slot> what) {
        return devices.values().stream()
                .flatMap(watched -> watched.device().between(minute.minus(length), minute).stream())
                .mapToInt(what)
                .sum();
    }
}
