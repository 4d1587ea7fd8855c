package io.feverline.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Client certificates instead of keys. The HTTPS server's trust store, {@code quarkus.tls.trust-store.*}, says whose
 * are believed; it has to hold the authority that signs devices, and no other.
 */
@ConfigMapping(prefix = "feverline.device-certificates")
public interface DeviceCertificatesConfig {
    /**
     * Whether a client certificate that the trust store believes stands for the device that its common name is the id
     * of.
     */
    @WithDefault("false")
    boolean accepted();
}
