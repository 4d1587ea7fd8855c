package io.feverline.registry.kafka;

import io.feverline.registry.passage.Passage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A passage with the record that it came in, in case the database cannot take it. */
record Arrival(Passage passage, ConsumerRecord<byte[], byte[]> record) {}
