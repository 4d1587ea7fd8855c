package io.feverline.registry.vehicle;

import java.time.Instant;
import java.util.UUID;

/**
 * A vehicle as an official may see one.
 *
 * @param platePrefix province and authority, the readable part of the plate
 * @param firstSeenAt within the official's area
 * @param lastSeenAt within the official's area
 */
public record Vehicle(
        UUID id, String platePrefix, boolean plateValid, String kind, Instant firstSeenAt, Instant lastSeenAt) {}
