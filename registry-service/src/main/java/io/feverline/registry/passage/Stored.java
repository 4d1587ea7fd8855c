package io.feverline.registry.passage;

/**
 * What became of a batch.
 *
 * @param fresh passages that were not there before
 * @param duplicates readings that were: redelivered, or sent twice
 */
public record Stored(int fresh, int duplicates) {}
