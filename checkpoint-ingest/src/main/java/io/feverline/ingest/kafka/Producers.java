package io.feverline.ingest.kafka;

import org.apache.kafka.clients.producer.Producer;

/** The producer of each topic. */
interface Producers {
    /**
     * A topic's producer. It never waits for the brokers, but a batch is not for the event loop: encoding takes time.
     */
    Producer<String, byte[]> of(String topic);
}
