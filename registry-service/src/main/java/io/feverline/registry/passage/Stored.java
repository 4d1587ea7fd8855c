package io.feverline.registry.passage;

/**
 * What became of a batch.
 *
 * @param fresh passages that were not there before
 * @param duplicates readings that were: redelivered, or sent twice
 * @param reused readings whose id is that of another: not stored
 */
public record Stored(int fresh, int duplicates, int reused) {}
