package io.feverline.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a record is part of, in its headers as W3C Trace Context has it. The door decides what is traced: a
 * record without a sampled trace makes no span anywhere, which keeps the hot path free. Spans tell topics and numbers,
 * never a record's key, value or other headers; baggage is not passed on, as anybody may put anything into it.
 */
public final class RecordTrace {
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<Long> COUNT = AttributeKey.longKey("messaging.batch.message_count");

    private RecordTrace() {}

    /**
     * A span of sending records to a topic, within what goes on now.
     *
     * @return what goes on now itself when it is not sampled; to be ended in any case
     */
    public static Span sending(Tracer tracer, String topic, int records) {
        return child(tracer, Span.current(), "send", topic, SpanKind.PRODUCER, records);
    }

    /**
     * A span of doing with a record what it was read for, within the record's trace.
     *
     * @param headers the record's
     * @return the sender's span itself when it is not sampled; to be ended in any case
     */
    public static Span processing(Tracer tracer, String topic, Headers headers) {
        Span sender = Span.fromContext(W3C.extract(Context.root(), headers, Getter.INSTANCE));
        return child(tracer, sender, "process", topic, SpanKind.CONSUMER, 1);
    }

    /**
     * The spans of processing those records of a batch whose traces are sampled.
     *
     * @return to be ended when the batch is through
     */
    public static List<Span> processing(Tracer tracer, Iterable<? extends ConsumerRecord<?, ?>> batch) {
        var spans = new ArrayList<Span>();
        for (ConsumerRecord<?, ?> record : batch) {
            Span span = processing(tracer, record.topic(), record.headers());
            if (span.isRecording()) {
                spans.add(span);
            }
        }
        return spans;
    }

    /** Makes a record that is about to be sent part of the span's trace. */
    public static void put(Span span, Headers headers) {
        W3C.inject(Context.root().with(span), headers, RecordTrace::set);
    }

    private static Span child(Tracer tracer, Span parent, String does, String topic, SpanKind kind, int records) {
        if (!parent.getSpanContext().isSampled()) {
            // Wrapped, so that whoever ends it does not end what is not theirs.
            return Span.wrap(parent.getSpanContext());
        }
        SpanBuilder span = tracer.spanBuilder(does + " " + topic)
                .setParent(Context.root().with(parent))
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, does)
                .setAttribute(TOPIC, topic);
        if (records > 1) {
            span.setAttribute(COUNT, (long) records);
        }
        return span.startSpan();
    }

    private static void set(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(UTF_8));
        }
    }

    private enum Getter implements TextMapGetter<Headers> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(header -> header.key()).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            var header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        }
    }
}
