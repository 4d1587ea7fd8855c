package io.feverline.events.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Tink keysets as JSON files, protected by the file system's permissions or by a mounted secret. */
public final class Keysets {
    private Keysets() {}

    /**
     * The primitive that the keyset in a file makes.
     *
     * @throws IllegalStateException if the file is missing, unreadable or holds no such keyset; says which file
     */
    public static <P> P load(Path file, Class<P> primitive) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(TinkConfig2026.get(), primitive);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "no keyset for " + primitive.getSimpleName() + " can be read from " + file, e);
        }
    }
}
