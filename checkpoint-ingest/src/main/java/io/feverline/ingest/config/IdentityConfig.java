package io.feverline.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The keys under which identity leaves the door. */
@ConfigMapping(prefix = "feverline.identity")
public interface IdentityConfig {
    /** Tink keyset (JSON) of the blind index, shared with registry-service. */
    @WithDefault("/etc/feverline/token-keyset.json")
    Path tokenKeyset();

    /** Tink keyset (JSON) with registry-service's public key. */
    @WithDefault("/etc/feverline/public-keyset.json")
    Path publicKeyset();

    /** How long one data key seals. */
    @WithDefault("10m")
    Duration dataKeyLife();
}
