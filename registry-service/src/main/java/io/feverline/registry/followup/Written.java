package io.feverline.registry.followup;

/**
 * An entry as it is kept.
 *
 * @param version the follow-up's with it
 */
public record Written(Entry entry, long version) {}
