/** Helpers of set-based SQL: the columns of many rows as the arrays that unnest takes. */
@NullMarked
package io.feverline.registry.postgres;

import org.jspecify.annotations.NullMarked;
