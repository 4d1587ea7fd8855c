package io.feverline.registry.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a follow-up.
 *
 * @param actor by whom
 * @param areaCode where it is looked after since
 * @param assignee by whom since; null when nobody has it
 * @param place where the traveller was referred to
 */
public record Step(
        StepKind kind,
        Instant at,
        String actor,
        String areaCode,
        @Nullable String assignee,
        @Nullable String place,
        @Nullable String reason) {}
