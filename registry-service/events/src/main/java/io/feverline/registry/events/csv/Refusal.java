package io.feverline.registry.events.csv;

import org.jspecify.annotations.Nullable;

/**
 * Why something cannot become what a row says.
 *
 * @param column that is to blame; null when it is not one
 * @param why with a message for people, in both languages
 */
public record Refusal(@Nullable String column, RuntimeException why) {}
