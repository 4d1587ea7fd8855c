package io.feverline.registry.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record tells, with the record, in case the database cannot take it. */
record Delivered<T>(T told, ConsumerRecord<byte[], byte[]> record) {}
