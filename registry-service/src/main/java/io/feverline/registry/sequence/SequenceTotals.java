package io.feverline.registry.sequence;

import java.time.Instant;

/**
 * What is to be told of a device's sequences, over all boots that are kept.
 *
 * @param missing readings that have not arrived
 * @param gaps the ranges that they make
 * @param lastHeardAt by the door's clock
 * @param version counts up with each telling
 */
public record SequenceTotals(
        String deviceId, long missing, int gaps, long duplicates, long replays, Instant lastHeardAt, long version) {}
