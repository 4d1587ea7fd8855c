package io.feverline.benchmarks.door;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /** Each round's figure over the other's of the same round. */
    Rounds over(Rounds other) {
        return new Rounds(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / other.values.get(round))
                .toList());
    }

    /** The median and, in brackets, the least and the most. */
    @Override
    public String toString() {
        return toString(0);
    }

    /** The same, with so many decimals. */
    String toString(int decimals) {
        String number = "%,." + decimals + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + "–" + number + ")",
                median(),
                Collections.min(values),
                Collections.max(values));
    }
}
