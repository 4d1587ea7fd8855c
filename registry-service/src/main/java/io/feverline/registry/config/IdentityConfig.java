package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the keys to travellers' identities are. */
@ConfigMapping(prefix = "feverline.identity")
public interface IdentityConfig {
    /** File of the Tink keyset that makes blind index tokens; the same as the door's. */
    Path tokenKeyset();

    /** File of the Tink keyset that opens sealed identities; nobody else has it. */
    Path privateKeyset();

    /** So many travellers' identities one person may open within 24 hours, masked ones included. */
    @WithDefault("200")
    int openedADay();
}
