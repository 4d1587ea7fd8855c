package io.feverline.alert.rule;

import java.time.Instant;

/**
 * A policy that the county has adopted.
 *
 * @param reason why, in the words of whoever adopted it
 * @param adoptedBy the subject of their token
 */
public record AdoptedPolicy(ScreeningPolicy policy, String reason, String adoptedBy, Instant adoptedAt) {}
