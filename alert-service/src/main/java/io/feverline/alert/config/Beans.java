package io.feverline.alert.config;

import io.feverline.events.UrllessSpans;
import io.micrometer.core.instrument.config.MeterFilter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Beans that are made of libraries' classes. */
final class Beans {
    private Beans() {}

    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    static SpanProcessor urllessSpans() {
        return new UrllessSpans();
    }

    /** Of several connection factories only the first could have these gauges; sql.pool's tell of all. */
    @Produces
    @Singleton
    static MeterFilter withoutAmbiguousGauges() {
        return MeterFilter.deny(id ->
                id.getName().equals("postgresql.queue.size") || id.getName().equals("postgresql.current"));
    }
}
