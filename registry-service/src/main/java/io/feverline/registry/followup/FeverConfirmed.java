package io.feverline.registry.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * A screening episode that was confirmed, of a traveller whom the registry may not know yet.
 *
 * @param token blind index of the document
 * @param openedBy the reading that opened the episode: however often it is told of, it is one cause
 * @param confirmedBy the reading that confirmed it
 * @param at when that was measured
 * @param checkpointArea where
 */
public record FeverConfirmed(String token, UUID openedBy, UUID confirmedBy, Instant at, String checkpointArea) {}
