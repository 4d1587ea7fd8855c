package io.feverline.alert.device;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often which temperature was measured, in steps of 0.05 °C: half of what most thermometers show, so that nothing
 * is lost that a median or a deviation would tell.
 *
 * @param counts by step; a step is a multiple of {@link #STEP}
 */
public record Temperatures(SortedMap<Integer, Integer> counts) {
    /** m°C */
    public static final int STEP = 50;

    public static final Temperatures NONE = new Temperatures(new TreeMap<>());

    public Temperatures {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    /** The step that a temperature is in. */
    public static int stepOf(int temperature) {
        return Math.floorDiv(temperature, STEP);
    }

    /** Both together. */
    public Temperatures plus(Temperatures other) {
        if (other.counts.isEmpty()) {
            return this;
        }
        if (counts.isEmpty()) {
            return other;
        }
        var sum = new TreeMap<>(counts);
        other.counts.forEach((step, count) -> sum.merge(step, count, Integer::sum));
        return new Temperatures(sum);
    }

    /** All of them together. */
    static Temperatures sum(Collection<Temperatures> all) {
        var sum = new TreeMap<Integer, Integer>();
        all.forEach(each -> each.counts.forEach((step, count) -> sum.merge(step, count, Integer::sum)));
        return new Temperatures(sum);
    }

    public int size() {
        int size = 0;
        for (int count : counts.values()) {
            size += count;
        }
        return size;
    }

    /**
     * The median in m°C, to half a step; of an even number the lower of the two in the middle.
     *
     * @throws IllegalStateException if there is none
     */
    public int median() {
        int before = (size() + 1) / 2;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            before -= each.getValue();
            if (before <= 0) {
                return middle(each.getKey());
            }
        }
        throw new IllegalStateException("nothing was measured");
    }

    /** The standard deviation of the sample in m°C; 0 when there are not two. */
    public int deviation() {
        int size = size();
        if (size < 2) {
            return 0;
        }
        double sum = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            sum += (double) middle(each.getKey()) * each.getValue();
        }
        double mean = sum / size;
        double squares = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            double off = middle(each.getKey()) - mean;
            squares += off * off * each.getValue();
        }
        return (int) Math.round(Math.sqrt(squares / (size - 1)));
    }

    private static int middle(int step) {
        return step * STEP + STEP / 2;
    }
}
