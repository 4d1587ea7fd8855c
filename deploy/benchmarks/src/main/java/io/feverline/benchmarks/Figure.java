package io.feverline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * A measured figure and the limit that it is held to.
 *
 * @param name what was measured
 * @param measured in the unit
 * @param limit in the unit
 * @param unit s, ms, MiB, or × for a ratio of two measured figures
 * @param more whether more is better, and the limit is the least
 */
public record Figure(String name, double measured, double limit, String unit, boolean more) {
    private Figure(String name, double measured, double limit, String unit) {
        this(name, measured, limit, unit, false);
    }

    /** A ratio of two figures of one run that is to be no less than that. */
    public static Figure atLeast(String name, double measured, double limit) {
        return new Figure(name, measured, limit, "×", true);
    }

    /** A ratio of two figures of one run that is to be no more than that. */
    public static Figure ratio(String name, double measured, double limit) {
        return new Figure(name, measured, limit, "×");
    }

    /** A time in s. */
    public static Figure seconds(String name, Duration measured, Duration limit) {
        return new Figure(name, measured.toMillis() / 1000.0, limit.toMillis() / 1000.0, "s");
    }

    /** A time in ms. */
    public static Figure millis(String name, Duration measured, Duration limit) {
        return new Figure(name, measured.toNanos() / 1e6, limit.toNanos() / 1e6, "ms");
    }

    /** Memory. */
    public static Figure mebibytes(String name, double measured, double limit) {
        return new Figure(name, measured, limit, "MiB");
    }

    /** Whether the limit is kept. */
    public boolean within() {
        return more ? measured >= limit : measured <= limit;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %8.2f %-3s  限值 limit %s %7.2f %-3s  比值 ratio %4.2f  %s",
                within() ? "✔" : "✗",
                measured,
                unit,
                more ? "≥" : "≤",
                limit,
                unit,
                measured == limit ? 1 : measured / limit,
                name);
    }
}
