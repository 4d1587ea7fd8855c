package io.feverline.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The context of an event in CloudEvents 1.0, Kafka protocol binding, binary content mode.
 *
 * @param id unique within {@code source}; the same event redelivered has the same id
 * @param type such as {@code io.feverline.reading.taken.v1}
 * @param source the publishing service, such as {@code /checkpoint-ingest}
 * @param time when the event happened
 */
public record CloudEvent(String id, String type, String source, Instant time) {
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/avro".getBytes(UTF_8);

    /** As record headers. */
    public Headers toHeaders() {
        return new RecordHeaders()
                .add("ce_specversion", SPEC_VERSION)
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_type", type.getBytes(UTF_8))
                .add("ce_source", source.getBytes(UTF_8))
                .add("ce_time", time.toString().getBytes(UTF_8))
                .add("content-type", CONTENT_TYPE);
    }
}
