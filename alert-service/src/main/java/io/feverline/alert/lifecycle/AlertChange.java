package io.feverline.alert.lifecycle;

import io.feverline.alert.episode.EpisodeChange.Cause;
import java.time.Instant;

/**
 * One change of an alert.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param alert the alert as it stood after the change
 * @param cause what happened
 * @param receivedAt when the reading that it is about arrived
 */
public record AlertChange(long seq, Alert alert, Cause cause, Instant receivedAt) {}
