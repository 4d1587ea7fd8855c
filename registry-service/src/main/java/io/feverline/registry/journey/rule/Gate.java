package io.feverline.registry.journey.rule;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint, as far as a journey is made of it.
 *
 * @param name as it is registered now; null if it is not
 * @param kind what it stands at, by the name of the contract; null if it is not registered
 * @param moves it is in a bus, and so where the bus is
 * @param way which way those go who pass it
 * @param position null if it is not known
 */
public record Gate(
        String checkpointId,
        @Nullable String name,
        @Nullable String kind,
        String areaCode,
        boolean moves,
        Way way,
        @Nullable Position position) {
    private static final int COUNTY = 6;

    /** Which way, as seen from the county. */
    public enum Way {
        IN,
        OUT,
        EITHER
    }

    /** The county's code of GB/T 2260. */
    String county() {
        return areaCode.substring(0, COUNTY);
    }
}
