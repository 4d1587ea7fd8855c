package io.feverline.registry.judgement;

import java.time.Instant;
import java.util.UUID;

/**
 * A verdict, and the reading that it is about.
 *
 * @param receivedAt when the reading was received, by the door's clock
 */
public record VerdictTold(UUID readingId, Instant receivedAt, Verdict verdict) {}
