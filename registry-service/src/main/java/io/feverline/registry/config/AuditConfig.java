package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How the audit log, and archives of evidence, are signed. */
@ConfigMapping(prefix = "feverline.audit")
public interface AuditConfig {
    /** File of the Tink keyset (Ed25519) that signs the log's heads and evidence; nobody else has it. */
    Path signingKeyset();

    /** File of the Tink keyset of its public keys, former ones included: heads that they signed are still believed. */
    Path publicKeyset();

    /** A head is signed at most once in this time: so long can a log be cut off unnoticed. */
    @WithDefault("1h")
    Duration signEvery();

    /** How often it is looked whether it is time. */
    @WithDefault("10s")
    Duration lookEvery();
}
