/** Where Avro stops: readings come in from topics, the outbox goes out to topics. */
@NullMarked
package io.feverline.registry.kafka;

import org.jspecify.annotations.NullMarked;
