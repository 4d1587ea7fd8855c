/** What set-based SQL needs: the columns of many rows as the arrays that unnest takes, and a pool that plans once. */
@NullMarked
package io.feverline.registry.postgres;

import org.jspecify.annotations.NullMarked;
