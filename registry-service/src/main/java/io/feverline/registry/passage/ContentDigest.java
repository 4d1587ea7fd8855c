package io.feverline.registry.passage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two readings of one id are the same as their device sent them. What differs from one sending to the
 * next is left out: when the door received it, its lane, the sealed bytes; so is what the door adds from the device's
 * registration (checkpoint, area, offset, site and mode), which may have changed in between. The tokens stand for the
 * identity. Receipts keep digests, so what goes into one stays as it is. Of one thread.
 */
final class ContentDigest {
    /**
     * Half of SHA-256: nobody finds two contents by chance, and who looks for them deceives only about their own
     * reading.
     */
    private static final int LENGTH = 16;

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);

    ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 16 bytes of SHA-256 over the content, each part with its length. */
    byte[] of(Passage passage) {
        add(passage.place().deviceId());
        add(passage.place().bootId());
        add(passage.place().seq());
        add(passage.measuredAt());
        add((long) passage.measurement().temperature());
        Integer ambient = passage.measurement().ambient();
        add(ambient == null ? null : ambient.longValue());
        UUID recheckOf = passage.recheckOf();
        add(recheckOf == null ? null : recheckOf.toString());
        add(passage.traveller());
        add(passage.vehicle());
        return Arrays.copyOf(sha256.digest(), LENGTH);
    }

    private void add(@Nullable TravellerSighting traveller) {
        if (traveller == null) {
            absent();
            return;
        }
        add(traveller.token());
        add(traveller.originArea());
        add(traveller.destinationArea());
    }

    private void add(@Nullable VehicleSighting vehicle) {
        if (vehicle == null) {
            absent();
            return;
        }
        add(vehicle.token());
        add(vehicle.trailerToken());
        add(vehicle.kind());
        add(vehicle.trip());
        add(vehicle.seat());
    }

    private void add(Instant time) {
        add(time.toEpochMilli());
    }

    private void add(@Nullable Long value) {
        if (value == null) {
            absent();
            return;
        }
        sha256.update(number.clear().put((byte) 1).putLong(value).flip());
    }

    private void add(@Nullable String text) {
        if (text == null) {
            absent();
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        add((long) bytes.length);
        sha256.update(bytes);
    }

    private void absent() {
        sha256.update((byte) 0);
    }
}
