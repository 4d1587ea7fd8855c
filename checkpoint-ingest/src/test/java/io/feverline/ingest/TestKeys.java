package io.feverline.ingest;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.mac.HmacParameters;
import io.feverline.ingest.config.IdentityConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Fresh keysets in a folder: {@code token.json}, {@code public.json} and, for whoever opens, {@code private.json}. */
public record TestKeys(Path folder) implements IdentityConfig {
    /** Draws the keys and writes them. */
    public static TestKeys drawnIn(Path folder) throws GeneralSecurityException, IOException {
        var token = KeysetHandle.generateNew(
                HmacParameters.builder()
                        .setKeySizeBytes(32)
                        .setTagSizeBytes(32)
                        .setHashType(HmacParameters.HashType.SHA256)
                        .setVariant(HmacParameters.Variant.NO_PREFIX)
                        .build(),
                TinkConfig2026.get());
        var registry = KeysetHandle.generateNew(
                HpkeParameters.builder()
                        .setVariant(HpkeParameters.Variant.NO_PREFIX)
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .build(),
                TinkConfig2026.get());
        write(folder.resolve("token.json"), token);
        write(folder.resolve("private.json"), registry);
        write(folder.resolve("public.json"), registry.getPublicKeysetHandle());
        return new TestKeys(folder);
    }

    private static void write(Path file, KeysetHandle keyset) throws GeneralSecurityException, IOException {
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    @Override
    public Path tokenKeyset() {
        return folder.resolve("token.json");
    }

    @Override
    public Path publicKeyset() {
        return folder.resolve("public.json");
    }

    /** The keyset that only registry-service has. */
    public Path privateKeyset() {
        return folder.resolve("private.json");
    }

    @Override
    public Duration dataKeyLife() {
        return Duration.ofMinutes(10);
    }
}
