package io.feverline.alert.lifecycle;

import io.feverline.alert.rule.Verdict;
import java.time.Instant;
import java.util.UUID;

/**
 * A reading that an episode took in.
 *
 * @param temperature m°C as judged
 * @param threshold m°C
 * @param policyVersion the screening policy that judged it
 * @param unverified something was wrong with the device by which the temperature is doubtful, as far as is known today
 */
public record TakenReading(
        UUID id,
        Verdict.Kind verdict,
        int temperature,
        int threshold,
        String policyVersion,
        String site,
        String deviceId,
        String checkpointId,
        String areaCode,
        Instant measuredAt,
        Instant receivedAt,
        boolean unverified) {

    /** As detection tells it: what is wrong with a device may be found later. */
    public TakenReading(
            UUID id,
            Verdict.Kind verdict,
            int temperature,
            int threshold,
            String policyVersion,
            String site,
            String deviceId,
            String checkpointId,
            String areaCode,
            Instant measuredAt,
            Instant receivedAt) {
        this(
                id,
                verdict,
                temperature,
                threshold,
                policyVersion,
                site,
                deviceId,
                checkpointId,
                areaCode,
                measuredAt,
                receivedAt,
                false);
    }
}
