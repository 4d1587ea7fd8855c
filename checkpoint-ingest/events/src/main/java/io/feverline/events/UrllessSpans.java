package io.feverline.events;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Keeps URLs out of traces: no API of ours takes identity in one, but whoever calls by mistake may write a document's
 * number there. The route tells which operation it was.
 */
public final class UrllessSpans implements SpanProcessor {
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        erase(span, PATH);
        erase(span, QUERY);
    }

    private static void erase(ReadWriteSpan span, AttributeKey<String> key) {
        // An attribute cannot be taken away from a span, only overwritten.
        if (span.getAttribute(key) != null) {
            span.setAttribute(key, "");
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
