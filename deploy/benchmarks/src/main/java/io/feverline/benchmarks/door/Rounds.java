package io.feverline.benchmarks.door;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One figure, measured in several rounds.
 *
 * @param values in the order of measuring
 */
record Rounds(List<Double> values) {
    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median and, in brackets, the least and the most. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f (%,.0f–%,.0f)", median(), Collections.min(values), Collections.max(values));
    }
}
