package io.feverline.registry.events.csv;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param line the first line of the row in the document; the header stands on line 1
 * @param column by the header's name; null when it is not of one column
 * @param reason for people, in both languages; never quotes what stands there
 */
public record Fault(int line, @Nullable String column, String reason) {}
