package io.feverline.alert.lifecycle;

import java.time.Instant;

/**
 * What somebody did about an alert.
 *
 * @param version the alert's after it
 * @param recordedAt when it was told
 */
public record ActionTaken(int version, ActionOrder order, AlertState before, AlertState after, Instant recordedAt) {}
