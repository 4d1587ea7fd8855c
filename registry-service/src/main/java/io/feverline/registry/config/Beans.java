package io.feverline.registry.config;

import io.feverline.events.UrllessSpans;
import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.IdentityOpener;
import io.feverline.registry.events.audit.HeadSigner;
import io.feverline.registry.events.audit.HeadVerifier;
import io.feverline.registry.events.evidence.SumsSigner;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.report.rule.ShiftPlan;
import io.micrometer.core.instrument.config.MeterFilter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Beans that are made of libraries' classes. */
final class Beans {
    private Beans() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static BlindIndex blindIndex(IdentityConfig config) {
        return BlindIndex.load(config.tokenKeyset());
    }

    @Produces
    @Singleton
    static IdentityOpener identityOpener(IdentityConfig config) {
        return IdentityOpener.load(config.privateKeyset());
    }

    @Produces
    @Singleton
    static HeadSigner headSigner(AuditConfig config) {
        return HeadSigner.load(config.signingKeyset());
    }

    @Produces
    @Singleton
    static SumsSigner sumsSigner(AuditConfig config) {
        return SumsSigner.load(config.signingKeyset());
    }

    @Produces
    @Singleton
    static HeadVerifier headVerifier(AuditConfig config) {
        return HeadVerifier.load(config.publicKeyset());
    }

    @Produces
    @Singleton
    static HalfDays halfDays(FollowUpConfig config) {
        return new HalfDays(config.evening());
    }

    @Produces
    @Singleton
    static ShiftPlan shiftPlan(ReportConfig config) {
        return ShiftPlan.parse(config.shifts(), config.cutoff());
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
