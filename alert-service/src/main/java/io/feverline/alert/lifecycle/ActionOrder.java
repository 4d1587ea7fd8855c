package io.feverline.alert.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do about an alert.
 *
 * @param actor the subject of their token
 * @param reason why, in their words
 * @param occurredAt when it happened, which may be before it is told
 * @param clinic where to, of a referral
 * @param assignee who is to see to it
 */
public record ActionOrder(
        Action action,
        String actor,
        @Nullable String reason,
        Instant occurredAt,
        @Nullable String clinic,
        @Nullable String assignee,
        @Nullable Outcome outcome) {}
