package io.feverline.alert.lifecycle;

import java.time.Instant;

/**
 * One change of an alert.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param alert the alert as it stood after the change
 * @param receivedAt when the reading that changed it arrived
 */
public record AlertChange(long seq, Alert alert, Instant receivedAt) {}
