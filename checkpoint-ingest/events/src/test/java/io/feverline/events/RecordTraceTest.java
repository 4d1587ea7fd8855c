package io.feverline.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordTraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final Tracer tracer = provider.get("test");

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void what_is_sent_and_processed_is_one_trace() {
        var door = tracer.spanBuilder("POST").startSpan();
        var record = new RecordHeaders();
        Context.root()
                .with(door)
                .wrap(() -> {
                    var sending = RecordTrace.sending(tracer, "readings", 3);
                    RecordTrace.put(sending, record);
                    sending.end();
                })
                .run();
        door.end();
        RecordTrace.processing(tracer, "readings", record).end();

        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getName).containsExactly("send readings", "POST", "process readings");
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsOnly(door.getSpanContext().getTraceId());
        assertThat(spans.get(2).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
        assertThat(spans.get(2).getKind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void what_the_door_did_not_sample_makes_no_span_and_stays_unsampled() {
        var out = new RecordHeaders();
        var span = RecordTrace.processing(tracer, "readings", headers(UNSAMPLED));
        RecordTrace.put(span, out);
        span.end();

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(traceparent(out)).isEqualTo(UNSAMPLED);
    }

    @Test
    void without_a_trace_none_begins() {
        var out = new RecordHeaders();
        RecordTrace.put(RecordTrace.processing(tracer, "readings", new RecordHeaders()), out);

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
        assertThat(out.toArray()).isEmpty();
    }

    @Test
    void a_service_that_does_not_trace_passes_the_trace_on() {
        var out = new RecordHeaders();
        var none = OpenTelemetry.noop().getTracer("test");
        RecordTrace.put(RecordTrace.processing(none, "readings", headers(SAMPLED)), out);

        assertThat(traceparent(out)).isEqualTo(SAMPLED);
    }

    @Test
    void neither_baggage_nor_any_other_header_comes_along() {
        var in = headers(SAMPLED);
        in.add("baggage", "name=Zhang".getBytes(UTF_8));
        in.add("feverline-data-key", new byte[] {1});
        var out = new RecordHeaders();
        var span = RecordTrace.processing(tracer, "readings", in);
        RecordTrace.put(span, out);
        span.end();

        assertThat(out.toArray()).extracting(header -> header.key()).containsExactly("traceparent");
        assertThat(exporter.getFinishedSpanItems()
                        .get(0)
                        .getAttributes()
                        .asMap()
                        .keySet())
                .extracting(key -> key.getKey())
                .containsExactlyInAnyOrder(
                        "messaging.system", "messaging.operation.type", "messaging.destination.name");
    }

    @Test
    void a_broken_header_is_no_trace() {
        assertThat(RecordTrace.processing(tracer, "readings", headers("nonsense"))
                        .getSpanContext()
                        .isValid())
                .isFalse();
    }

    @Test
    void what_a_caller_wrote_into_a_url_is_in_no_span() {
        try (var withoutUrls = SdkTracerProvider.builder()
                .addSpanProcessor(new UrllessSpans())
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            withoutUrls
                    .get("test")
                    .spanBuilder("GET")
                    .setAttribute("url.path", "/v1/travellers/E12345678")
                    .setAttribute("url.query", "name=Zhang")
                    .setAttribute("http.route", "/v1/travellers/{id}")
                    .startSpan()
                    .end();

            assertThat(exporter.getFinishedSpanItems()
                            .get(0)
                            .getAttributes()
                            .asMap()
                            .values())
                    .containsOnly("", "/v1/travellers/{id}");
        }
    }

    private static Headers headers(String traceparent) {
        return new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8));
    }

    private static String traceparent(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), UTF_8);
    }
}
