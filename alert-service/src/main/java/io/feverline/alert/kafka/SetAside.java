package io.feverline.alert.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What is written on a record that is set aside, beside its own headers: where it stood, and why it was. */
public final class SetAside {
    private static final String PREFIX = "feverline-dead-letter-";
    private static final String TOPIC = PREFIX + "topic";
    private static final String PLACE = PREFIX + "place";
    private static final String REASON = PREFIX + "reason";

    private SetAside() {}

    /** The record's own headers and ours. */
    public static Headers marked(Headers own, String topic, int partition, long offset, String reason) {
        return unmarked(own)
                .add(TOPIC, topic.getBytes(UTF_8))
                .add(PLACE, (partition + "@" + offset).getBytes(UTF_8))
                .add(REASON, reason.getBytes(UTF_8));
    }

    /** The record's own headers. */
    static Headers unmarked(Headers headers) {
        var own = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX)) {
                own.add(header);
            }
        }
        return own;
    }

    /** Where it stood; null when whoever set it aside did not say. */
    static @Nullable String topic(Headers headers) {
        return text(headers, TOPIC);
    }

    /** Partition and offset there. */
    static @Nullable String place(Headers headers) {
        return text(headers, PLACE);
    }

    static @Nullable String reason(Headers headers) {
        return text(headers, REASON);
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
