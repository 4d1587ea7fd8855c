package io.feverline.ingest.config;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feverline.events.UrllessSpans;
import io.feverline.ingest.device.FailedKeys;
import io.feverline.ingest.intake.Rfc3339;
import io.feverline.ingest.quota.Quotas;
import io.feverline.ingest.reading.Admission;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.runtime.Startup;
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

    /** For what lasts: it does not jump as the clock may. */
    @Produces
    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Produces
    @Singleton
    Admission admission(IngestConfig config) {
        return new Admission(
                new Admission.Limits(
                        config.liveWithin(), config.aheadTolerance(), config.furthestAhead(), config.furthestBack()),
                Rfc3339::read);
    }

    /** At the start, as a quota that is too small for a batch must not be found by a gateway. */
    @Produces
    @Singleton
    @Startup
    Quotas quotas(QuotaConfig quota, IngestConfig ingest, Ticker ticker, MeterRegistry metrics) {
        return new Quotas(quota, ingest.batchItems(), ticker, metrics);
    }

    @Produces
    @Singleton
    FailedKeys failedKeys(FailedKeysConfig config) {
        return new FailedKeys(config.tolerated(), config.quiet(), config.longestPause(), config.addresses());
    }

    @Produces
    @Singleton
    SpanProcessor urllessSpans() {
        return new UrllessSpans();
    }
}
