package io.feverline.ingest.heartbeat;

/**
 * How far a device's clock is off, as far as is known.
 *
 * @param millis positive when the clock runs ahead of the door's
 * @param samples how many heartbeats this rests on; with one it holds that heartbeat's whole delay
 */
public record ClockSkew(long millis, int samples) {}
