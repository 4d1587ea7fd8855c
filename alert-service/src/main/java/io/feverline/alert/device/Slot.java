package io.feverline.alert.device;

/**
 * What a device measured in a minute or an hour.
 *
 * @param readings how many
 * @param fevers how many of them were fevers
 * @param lowest m°C as judged; greater than the highest when nothing was measured
 * @param highest m°C as judged
 * @param temperatures as judged, of travellers as they come: rechecks are of those who were warm
 */
public record Slot(int readings, int fevers, int lowest, int highest, Temperatures temperatures) {
    public static final Slot EMPTY = new Slot(0, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, Temperatures.NONE);

    /** Both together, in any order. */
    public Slot plus(Slot other) {
        return new Slot(
                readings + other.readings,
                fevers + other.fevers,
                Math.min(lowest, other.lowest),
                Math.max(highest, other.highest),
                temperatures.plus(other.temperatures));
    }
}
