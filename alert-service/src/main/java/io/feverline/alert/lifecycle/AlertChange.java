package io.feverline.alert.lifecycle;

/**
 * One change of an alert.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param alert the alert as it stood after the change
 */
public record AlertChange(long seq, Alert alert) {}
