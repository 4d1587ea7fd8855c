package io.feverline.registry.passage;

/**
 * An identity that only an audited act opens.
 *
 * @param bytes sealed under the data key
 * @param dataKey the data key, sealed to this service
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying a thousand of them per batch helps nobody
public record SealedIdentity(byte[] bytes, byte[] dataKey) {}
