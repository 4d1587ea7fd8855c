package io.feverline.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How requests without a live key are slowed. Behind a proxy the address is the caller's only with
 * {@code quarkus.http.proxy.proxy-address-forwarding} and {@code quarkus.http.proxy.trusted-proxies}.
 */
@ConfigMapping(prefix = "feverline.failed-keys")
public interface FailedKeysConfig {
    /** So many from one address are answered 401; from the next one on, 429. */
    @WithDefault("20")
    int tolerated();

    /** An address that is quiet for so long has a clean sheet again. */
    @WithDefault("1m")
    Duration quiet();

    /** The pause that is asked for begins with a second and doubles up to this. */
    @WithDefault("5m")
    Duration longestPause();

    /** So many addresses are remembered, those that failed last. */
    @WithDefault("10000")
    int addresses();
}
