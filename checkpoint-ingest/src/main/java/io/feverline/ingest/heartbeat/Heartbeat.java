package io.feverline.ingest.heartbeat;

import static io.feverline.ingest.reading.Members.required;
import static io.feverline.ingest.reading.Members.text;
import static io.feverline.ingest.reading.Members.time;

import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device is alive.
 *
 * @param clock by the device's clock, as it stands: a clock that is years off is what this is for
 * @param clockSet the device has set its clock since its last heartbeat
 * @param battery percent; null for a device on the mains
 * @param queueLength readings that wait in the device
 */
public record Heartbeat(
        Origin origin,
        Instant receivedAt,
        Instant clock,
        boolean clockSet,
        @Nullable String bootId,
        @Nullable Integer battery,
        @Nullable String firmware,
        @Nullable Long queueLength) {

    private static final int FULL = 100;
    private static final int LONGEST_TEXT = 64;

    /**
     * The heartbeat in a submission.
     *
     * @param now when it arrived
     * @throws Rejected with the first rule that it breaks
     */
    public static Heartbeat admit(HeartbeatSubmission sent, Origin origin, Instant now) throws Rejected {
        Instant clock = time("clock", required("clock", sent.clock()));
        if (sent.battery() != null && (sent.battery() < 0 || sent.battery() > FULL)) {
            throw new Rejected(
                    Reason.BATTERY_IMPLAUSIBLE, "battery 为 0 到 100 的百分数 / battery is a percentage, 0 to 100");
        }
        if (sent.queueLength() != null && sent.queueLength() < 0) {
            throw new Rejected(Reason.QUEUE_INVALID, "queueLength 不能为负 / queueLength is not below 0");
        }
        return new Heartbeat(
                origin,
                now,
                clock,
                Boolean.TRUE.equals(sent.clockSet()),
                text("bootId", sent.bootId(), LONGEST_TEXT),
                sent.battery(),
                text("firmware", sent.firmware(), LONGEST_TEXT),
                sent.queueLength());
    }
}
