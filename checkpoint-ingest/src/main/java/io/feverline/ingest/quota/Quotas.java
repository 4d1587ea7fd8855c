package io.feverline.ingest.quota;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feverline.ingest.config.QuotaConfig;
import io.feverline.ingest.reading.Origin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Token buckets of devices and of gateways, counted in readings. A gateway is known by the checkpoint that its devices
 * are registered at: an address would be shared behind NAT, forged behind a proxy and lost on the road. Each instance
 * counts for itself.
 */
public class Quotas {
    private final Policy device;
    private final Policy gateway;
    private final String header;
    private final Counter deviceExceeded;
    private final Counter gatewayExceeded;

    /**
     * With all buckets full.
     *
     * @throws IllegalArgumentException if a batch of so many items would never be let in
     */
    public Quotas(QuotaConfig quota, int batchItems, Ticker ticker, MeterRegistry metrics) {
        if (Math.min(quota.deviceBurst(), quota.gatewayBurst()) < batchItems) {
            throw new IllegalArgumentException("feverline.quota: a full batch would never be let in");
        }
        this.device = new Policy("device", quota.deviceBurst(), quota.devicePerSecond(), ticker);
        this.gateway = new Policy("gateway", quota.gatewayBurst(), quota.gatewayPerSecond(), ticker);
        this.header = device.header() + ", " + gateway.header();
        kept(device, "device", metrics);
        kept(gateway, "gateway", metrics);
        this.deviceExceeded = exceeded("device", metrics);
        this.gatewayExceeded = exceeded("gateway", metrics);
    }

    private static void kept(Policy policy, String name, MeterRegistry metrics) {
        Gauge.builder("feverline.quota.buckets", policy, Policy::size)
                .description("Token buckets that are not full, and so not forgotten")
                .tag("policy", name)
                .register(metrics);
    }

    private static Counter exceeded(String policy, MeterRegistry metrics) {
        return Counter.builder("feverline.requests.over.quota")
                .description("Requests answered 429 because a quota was used up")
                .tag("policy", policy)
                .register(metrics);
    }

    /** Takes so many readings' quota, or nothing at all; a request without readings costs as much as one. */
    public Allowance take(Origin origin, int readings) {
        int cost = Math.max(1, readings);
        var own = device.take(origin.deviceId(), cost);
        if (!own.granted()) {
            deviceExceeded.increment();
            return own;
        }
        var shared = gateway.take(origin.checkpointId(), cost);
        if (!shared.granted()) {
            device.giveBack(origin.deviceId(), cost);
            gatewayExceeded.increment();
            return shared;
        }
        return own.left() <= shared.left() ? own : shared;
    }

    /**
     * Takes so many readings' quota whether or not it is there; what is owed has to come in before anything else is let
     * in.
     */
    public void owe(Origin origin, int readings) {
        device.owe(origin.deviceId(), readings);
        gateway.owe(origin.checkpointId(), readings);
    }

    /** The RateLimit-Policy header. */
    public String header() {
        return header;
    }
}
