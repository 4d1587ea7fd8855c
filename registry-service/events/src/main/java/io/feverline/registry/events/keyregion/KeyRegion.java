package io.feverline.registry.events.keyregion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where travellers and vehicles come from that are looked at more closely, for a time.
 *
 * @param areaPrefix what the area code of a traveller's origin begins with
 * @param platePrefix what a number plate begins with
 * @param validTo not included; null as long as no end is known
 */
public record KeyRegion(
        String id,
        @Nullable String areaPrefix,
        @Nullable String platePrefix,
        Instant validFrom,
        @Nullable Instant validTo) {

    /**
     * Whether a traveller or a vehicle came from here then.
     *
     * @param originArea the traveller's
     * @param plate the vehicle's number plate, or as much of its beginning as can be read
     */
    public boolean isOrigin(Instant time, @Nullable String originArea, @Nullable String plate) {
        return isValidAt(time) && (begins(originArea, areaPrefix) || begins(plate, platePrefix));
    }

    private boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }

    private static boolean begins(@Nullable String text, @Nullable String prefix) {
        return text != null && prefix != null && text.startsWith(prefix);
    }
}
