/**
 * Where a reading becomes an event and is acknowledged by the brokers.
 */
@NullMarked
package io.feverline.ingest.kafka;

import org.jspecify.annotations.NullMarked;
