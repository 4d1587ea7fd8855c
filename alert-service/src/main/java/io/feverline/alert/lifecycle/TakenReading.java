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
        Instant receivedAt) {}
