package io.feverline.alert.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What a traveller shares with others beside the checkpoint.
 *
 * @param trip one trip of one vehicle: its token and the trip's name
 * @param origin the county they came from, six digits of GB/T 2260
 */
public record Journey(@Nullable String trip, @Nullable String origin) {
    private static final int COUNTY_DIGITS = 6;

    /** Nothing that is known. */
    public static final Journey UNKNOWN = new Journey(null, null);

    /** By what a reading says: without a trip's name, the vehicle alone. */
    public static Journey of(@Nullable String vehicleToken, @Nullable String trip, @Nullable String originArea) {
        return new Journey(
                vehicleToken == null ? null : vehicleToken + "/" + (trip == null ? "" : trip),
                originArea == null || originArea.length() < COUNTY_DIGITS
                        ? null
                        : originArea.substring(0, COUNTY_DIGITS));
    }
}
