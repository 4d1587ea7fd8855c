package io.feverline.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * A measured figure and the limit that it is held to.
 *
 * @param name what was measured
 * @param measured in the unit
 * @param limit in the unit; less is better
 * @param unit s, ms or MiB
 */
record Figure(String name, double measured, double limit, String unit) {
    static Figure seconds(String name, Duration measured, Duration limit) {
        return new Figure(name, measured.toMillis() / 1000.0, limit.toMillis() / 1000.0, "s");
    }

    static Figure millis(String name, Duration measured, Duration limit) {
        return new Figure(name, measured.toNanos() / 1e6, limit.toNanos() / 1e6, "ms");
    }

    static Figure mebibytes(String name, double measured, double limit) {
        return new Figure(name, measured, limit, "MiB");
    }

    boolean within() {
        return measured <= limit;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %8.1f %-3s  限值 limit %7.1f %-3s  比值 ratio %4.2f  %s",
                within() ? "✔" : "✗",
                measured,
                unit,
                limit,
                unit,
                measured / limit,
                name);
    }
}
