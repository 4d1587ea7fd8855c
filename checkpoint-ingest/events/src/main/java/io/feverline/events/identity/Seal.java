package io.feverline.events.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** What the sealing and the opening side must agree on. */
public final class Seal {
    /** The record header with the HPKE-sealed data key. */
    public static final String DATA_KEY_HEADER = "feverline-data-key";

    /** The field name bound into a traveller's seal. */
    public static final String TRAVELLER = "traveller";

    /** The field name bound into a vehicle's seal. */
    public static final String VEHICLE = "vehicle";

    private static final byte[] HPKE_INFO = "feverline data key v1".getBytes(UTF_8);

    private Seal() {}

    /** HPKE's {@code info}: binds a sealed data key to this use. */
    public static byte[] hpkeInfo() {
        return HPKE_INFO.clone();
    }

    /** AES-GCM's associated data: a seal cannot be moved to another reading or field. */
    public static byte[] associatedData(UUID readingId, String field) {
        return (readingId + "/" + field).getBytes(UTF_8);
    }
}
