package io.feverline.ingest.kafka;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The producer of each topic. */
interface Producers {
    /** A topic's producer, for a single record: it never waits. */
    Producer<String, byte[]> of(String topic);

    /** Lets a topic's producer work on its own thread, never on the event loop: encoding and compressing take time. */
    Uni<Void> onSendingThread(String topic, Consumer<Producer<String, byte[]>> work);
}
