package io.feverline.registry.sequence;

import java.time.Instant;

/**
 * A reading that its device numbered.
 *
 * @param seq counts up by one per reading within one boot, from 0
 * @param receivedAt by the door's clock
 * @param fresh it was not there before; else the device sent it again
 */
public record Numbered(String deviceId, String bootId, long seq, Instant receivedAt, boolean fresh) {
    /** The highest number that is exact in every JSON reader; sets of higher ones would not fit the database either. */
    private static final long HIGHEST = (1L << 53) - 1;

    /** Tells whether it can be entered: a number beyond all that a device can count to is none. */
    boolean isPlausible() {
        return seq >= 0 && seq <= HIGHEST;
    }
}
