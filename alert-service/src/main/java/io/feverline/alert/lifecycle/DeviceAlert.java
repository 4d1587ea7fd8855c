package io.feverline.alert.lifecycle;

import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.episode.NameBasedUuid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is wrong with a device, or was, in the technician's queue.
 *
 * @param found what detection told last
 * @param raisedAt when it was stored
 * @param version how often people have changed it
 */
public record DeviceAlert(UUID id, HealthChange found, State state, Instant raisedAt, int version) {
    /** Namespace of device alerts' ids. */
    private static final UUID DEVICE_ALERTS = UUID.fromString("6f6d2b1c-9f4e-5c59-9a35-6b8f0f6f2a10");

    /** What people have done about it. */
    public enum State {
        OPEN,
        /** Somebody sees to it. */
        ACKNOWLEDGED,
        /** Nobody has to any more: somebody said so, or it ended before anybody acknowledged it. */
        CLOSED
    }

    /** What people can do about it. */
    public enum Action {
        ACKNOWLEDGE,
        /** Changes nothing; needs words. */
        COMMENT,
        CLOSE;

        /** Whether it can be done in a state. */
        public boolean isPossibleIn(State state) {
            return switch (this) {
                case ACKNOWLEDGE -> state == State.OPEN;
                case COMMENT -> true;
                case CLOSE -> state != State.CLOSED;
            };
        }

        /** The state after it was done in one where it is possible. */
        public State after(State state) {
            return switch (this) {
                case ACKNOWLEDGE -> State.ACKNOWLEDGED;
                case COMMENT -> state;
                case CLOSE -> State.CLOSED;
            };
        }
    }

    /** What is found of a device from one time on has the same id wherever it is stored. */
    public static UUID idOf(HealthChange found) {
        var name =
                found.deviceId() + "/" + found.finding() + "/" + found.since().toEpochMilli();
        return NameBasedUuid.of(DEVICE_ALERTS, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the device's temperatures are doubtful while it is so. */
    public boolean isDoubtful() {
        Finding finding = found.finding();
        return finding.isDoubtful();
    }
}
