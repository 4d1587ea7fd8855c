package io.feverline.alert.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * The part of the area tree that a person may see: a prefix of area codes.
 *
 * @param prefix null when nothing is visible
 */
public record AreaScope(@Nullable String prefix) {

    /** The scope of an {@code area} claim; without one, or with an empty one, nothing is visible. */
    public static AreaScope ofClaim(@Nullable String claim) {
        return new AreaScope(claim == null || claim.isBlank() ? null : claim.strip());
    }

    /** Tells whether what lies at {@code areaCode} may be seen. */
    public boolean covers(String areaCode) {
        return prefix != null && areaCode.startsWith(prefix);
    }

    /** Tells whether this scope shows nothing at all. */
    public boolean isEmpty() {
        return prefix == null;
    }
}
