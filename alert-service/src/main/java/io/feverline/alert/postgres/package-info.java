/**
 * Alerts in PostgreSQL: set-based writes in the order of their sequence numbers, keyset reads, and word of new changes.
 */
@NullMarked
package io.feverline.alert.postgres;

import org.jspecify.annotations.NullMarked;
