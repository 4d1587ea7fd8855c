package io.feverline.registry.bulk;

import io.feverline.registry.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot become what a row says.
 *
 * @param column that is to blame; null when it is not one
 */
public record Refusal(@Nullable String column, Rejection why) {}
