package io.feverline.ingest.config;

import io.feverline.events.UrllessSpans;
import io.feverline.ingest.reading.Admission;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Joins the pure rules to the container. */
public class Beans {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Admission admission(IngestConfig config) {
        return new Admission(new Admission.Limits(
                config.liveWithin(), config.aheadTolerance(), config.furthestAhead(), config.furthestBack()));
    }

    @Produces
    @Singleton
    SpanProcessor urllessSpans() {
        return new UrllessSpans();
    }
}
