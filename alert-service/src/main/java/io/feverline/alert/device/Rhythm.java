package io.feverline.alert.device;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * In which minutes of the last two days a device was heard. Heard twice in a minute is heard in it, so nothing
 * changes when the same is told again, or in another order.
 *
 * @param newest the last minute that it was heard in, counted from the epoch
 * @param heard bit n: it was heard n minutes before that
 */
public record Rhythm(long newest, BigInteger heard) {
    private static final int DAY = 24 * 60;
    private static final int REMEMBERED = 2 * DAY;
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(REMEMBERED).subtract(BigInteger.ONE);

    /** Of 100 pauses, so many are at most as long as the usual one. */
    private static final int USUAL_PERCENT = 95;

    /** Heard once. */
    static Rhythm of(Instant heardAt) {
        return new Rhythm(minute(heardAt), BigInteger.ONE);
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60);
    }

    /** Heard then too. */
    Rhythm and(Instant heardAt) {
        long minute = minute(heardAt);
        if (minute <= newest) {
            long before = newest - minute;
            return before >= REMEMBERED || heard.testBit((int) before)
                    ? this
                    : new Rhythm(newest, heard.setBit((int) before));
        }
        long forward = minute - newest;
        return new Rhythm(
                minute,
                forward >= REMEMBERED
                        ? BigInteger.ONE
                        : heard.shiftLeft((int) forward).and(ALL).setBit(0));
    }

    /**
     * As long as a pause usually is at most: the 95th percentile. One from a minute to the next is none, as it may
     * have been a second.
     */
    Duration usualPause() {
        int[] pauses = new int[heard.bitCount()];
        int count = 0;
        int last = 0;
        for (int bit = 1; bit < heard.bitLength(); bit++) {
            if (heard.testBit(bit)) {
                pauses[count++] = bit - last;
                last = bit;
            }
        }
        if (count == 0) {
            return Duration.ZERO;
        }
        Arrays.sort(pauses, 0, count);
        int usual = pauses[(count * USUAL_PERCENT + 99) / 100 - 1];
        return usual <= 1 ? Duration.ZERO : Duration.ofMinutes(usual);
    }

    /** Whether it was heard between these times of the day before. */
    boolean wasHeardTheDayBefore(Instant from, Instant to) {
        long latest = Math.min(minute(to) - DAY, newest);
        for (long minute = minute(from) - DAY + 1; minute <= latest; minute++) {
            long before = newest - minute;
            if (before < REMEMBERED && heard.testBit((int) before)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything is known of the day before. */
    boolean reachesToTheDayBefore(Instant from) {
        return newest - (heard.bitLength() - 1) <= minute(from) - DAY;
    }
}
