package io.feverline.alert.device;

import io.feverline.alert.device.DeviceRecord.Sample;
import io.feverline.alert.device.Judgement.Ill;
import io.feverline.alert.device.Judgement.Untold;
import io.feverline.alert.device.Judgement.Well;
import io.feverline.alert.rule.DeviceLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule for each finding. A rule that has found something, which then {@code stands}, lets go at a lower limit. */
final class Rules {
    /**
     * Standard deviations per median absolute deviation, of a normal distribution; three of them are an outlier
     * (Hampel 1974).
     */
    private static final double OUTLIER = 3 * 1.4826;

    /** Fewer neighbours cannot tell who of them has drifted. */
    private static final int FEWEST_NEIGHBOURS = 2;

    private final DeviceLimits limits;
    private final ZoneId zone;

    /** @param zone whose calendar a calibration is due by */
    Rules(DeviceLimits limits, ZoneId zone) {
        this.limits = limits;
        this.zone = zone;
    }

    /**
     * Whether it is silent: longer than its usual pauses, and than it was at this time the day before.
     *
     * @param observedSince nobody listened before
     * @param now up to here everything was heard
     * @param standsSince since when it was found to be silent
     */
    Judgement silent(DeviceRecord device, Instant observedSince, Instant now, @Nullable Instant standsSince) {
        if (standsSince != null) {
            return device.heardAt().isAfter(standsSince) ? Well.WELL : Untold.UNTOLD;
        }
        Duration limit = longer(limits.silence(), device.rhythm().usualPause().multipliedBy(limits.usualPauses()));
        Instant due = later(device.heardAt(), observedSince).plus(limit);
        if (device.bootedAt() != null) {
            due = later(due, device.bootedAt().plus(limits.bootGrace()));
        }
        if (!now.isAfter(due)) {
            return Well.WELL;
        }
        boolean restsAtThisTime = device.rhythm().reachesToTheDayBefore(device.heardAt())
                && !device.rhythm().wasHeardTheDayBefore(device.heardAt(), now.minus(limit));
        return restsAtThisTime
                ? Untold.UNTOLD
                : new Ill(
                        device.heardAt(),
                        Duration.between(device.heardAt(), now).toMillis(),
                        limit.toMillis());
    }

    /** Whether it shows one value; another one ends it. */
    Judgement stuck(DeviceRecord device) {
        Sample sample = device.newest(limits.sameReadings());
        if (sample == null) {
            return Untold.UNTOLD;
        }
        return sample.lowest() == sample.highest()
                ? new Ill(
                        device.showsSince(sample.lowest(), sample.since()),
                        sample.lowest(),
                        sample.temperatures().size())
                : Well.WELL;
    }

    /** Whether it differs too little. What shows one value is stuck, and not this too. */
    Judgement flat(DeviceRecord device, boolean stands) {
        Sample sample = device.newest(limits.deviationOf());
        if (sample == null) {
            return Untold.UNTOLD;
        }
        int limit = stands ? limits.deviation() * 3 / 2 : limits.deviation();
        int deviation = sample.temperatures().deviation();
        return deviation < limit && sample.lowest() != sample.highest()
                ? new Ill(sample.since(), deviation, limits.deviation())
                : Well.WELL;
    }

    /**
     * Whether it drifts: by its median's distance from the median of its neighbours' medians of the same time, held
     * against how far these lie apart; with less than two of them by the distance from its own median before.
     *
     * @param standsSince since when it was found to drift
     */
    Judgement drifting(DeviceRecord device, Collection<DeviceRecord> neighbours, @Nullable Instant standsSince) {
        Sample sample = device.newest(limits.medianOf());
        if (sample == null) {
            return Untold.UNTOLD;
        }
        int median = sample.temperatures().median();
        List<Integer> medians = neighbours.stream()
                .map(neighbour -> neighbour.since(sample.since()))
                .filter(temperatures -> temperatures.size() >= limits.medianOf())
                .map(Temperatures::median)
                .toList();
        if (medians.size() >= FEWEST_NEIGHBOURS) {
            double centre = median(medians);
            double spread =
                    median(medians.stream().map(each -> Math.abs(each - centre)).toList());
            long limit = Math.max(limits.drift(), Math.round(OUTLIER * spread));
            return held(sample, Math.round(median - centre), limit, standsSince != null);
        }
        // What is compared with must not be what has drifted already.
        Temperatures before =
                device.before(standsSince == null ? sample.since() : earlier(standsSince, sample.since()));
        return before.size() < limits.medianOf()
                ? Untold.UNTOLD
                : held(sample, median - before.median(), limits.ownDrift(), standsSince != null);
    }

    private static Judgement held(Sample sample, long drift, long limit, boolean stands) {
        return Math.abs(drift) > (stands ? limit * 2 / 3 : limit) ? new Ill(sample.since(), drift, limit) : Well.WELL;
    }

    private static double median(List<? extends Number> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Whether readings are missing. */
    Judgement gaps(long missing, boolean stands, Instant now) {
        return missing >= (stands ? (limits.missing() + 1) / 2 : limits.missing())
                ? new Ill(now, missing, limits.missing())
                : Well.WELL;
    }

    /**
     * Whether its clock is off: as its heartbeats tell or, without any, as far as its readings show that it is ahead.
     */
    Judgement clock(DeviceRecord device, boolean stands) {
        Long ahead = device.clockAhead() == null ? device.readingsAhead() : device.clockAhead();
        if (ahead == null) {
            return Untold.UNTOLD;
        }
        long limit = limits.clock().toMillis();
        return Math.abs(ahead) > (stands ? limit / 2 : limit) ? new Ill(device.heardAt(), ahead, limit) : Well.WELL;
    }

    /** Whether its calibration has expired: the day after it was due. */
    Judgement calibration(@Nullable LocalDate due, Instant now) {
        if (due == null) {
            return Well.WELL;
        }
        long days = ChronoUnit.DAYS.between(due, LocalDate.ofInstant(now, zone));
        return days > 0 ? new Ill(due.plusDays(1).atStartOfDay(zone).toInstant(), days, 0) : Well.WELL;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
