package io.feverline.alert.config;

import io.feverline.events.UrllessSpans;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Beans that are made of libraries' classes. */
final class Beans {
    private Beans() {}

    @Produces
    @Singleton
    static SpanProcessor urllessSpans() {
        return new UrllessSpans();
    }
}
