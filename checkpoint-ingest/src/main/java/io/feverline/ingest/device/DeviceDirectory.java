package io.feverline.ingest.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may post. Written by one thread as events arrive, read by every request; a look-up is by the key's SHA-256, so
 * that its time tells nothing about a key.
 */
@Singleton
public class DeviceDirectory {
    /** To be cloned: looking the algorithm up takes as long as a key's digest. */
    private static final MessageDigest SHA_256 = newSha256();

    private final Map<ByteBuffer, Device> byKeyHash = new ConcurrentHashMap<>();
    private final Map<String, Device> byId = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** A device was registered or changed. */
    public synchronized void put(Device device) {
        var before = byId.put(device.origin().deviceId(), device);
        device.keyHashes().forEach(hash -> byKeyHash.put(hash, device));
        if (before != null) {
            before.keyHashes().stream()
                    .filter(hash -> !device.keyHashes().contains(hash))
                    .forEach(byKeyHash::remove);
        }
    }

    /** A device is gone. */
    public synchronized void remove(String deviceId) {
        var before = byId.remove(deviceId);
        if (before != null) {
            before.keyHashes().forEach(byKeyHash::remove);
        }
    }

    /** The device that a key belongs to, if any. */
    public Optional<Device> withKey(String key) {
        return Optional.ofNullable(byKeyHash.get(ByteBuffer.wrap(sha256(key))));
    }

    /**
     * The device of an id, for whoever has proven by other means than a key that it speaks. One without a live key is
     * none: to withdraw its keys locks a device out, whatever else it has.
     */
    public Optional<Device> withId(String deviceId) {
        return Optional.ofNullable(byId.get(deviceId))
                .filter(device -> !device.keyHashes().isEmpty());
    }

    /** From now on every device is known that was registered before this service started. */
    public void complete() {
        complete = true;
    }

    /** Whether a key that is not here is nobody's. */
    public boolean isComplete() {
        return complete;
    }

    /** How many keys are live. */
    public int size() {
        return byKeyHash.size();
    }

    private static byte[] sha256(String key) {
        try {
            return ((MessageDigest) SHA_256.clone()).digest(key.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
