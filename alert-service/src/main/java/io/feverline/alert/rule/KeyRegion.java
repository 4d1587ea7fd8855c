package io.feverline.alert.rule;

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

    boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }

    boolean isOriginOf(@Nullable String area, @Nullable String plate) {
        return begins(area, areaPrefix) || begins(plate, platePrefix);
    }

    private static boolean begins(@Nullable String text, @Nullable String prefix) {
        return text != null && prefix != null && text.startsWith(prefix);
    }
}
