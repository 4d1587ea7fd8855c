package io.feverline.local.infra;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The keys that identities are tokenised and sealed with, and the audit log is signed with, made once for a data
 * folder.
 */
public final class KeysetFiles {
    private final Path folder;

    /** In that folder. */
    public KeysetFiles(Path folder) {
        this.folder = folder;
    }

    /** The blind index's key: the door and registry-service hold it. */
    public Path token() {
        return folder.resolve("token-keyset.json");
    }

    /** Seals: the door holds it. */
    public Path publicKey() {
        return folder.resolve("identity-public-keyset.json");
    }

    /** Opens: registry-service alone holds it. */
    public Path privateKey() {
        return folder.resolve("identity-private-keyset.json");
    }

    /** Signs the heads of the audit log: registry-service alone holds it. */
    public Path auditPrivateKey() {
        return folder.resolve("audit-private-keyset.json");
    }

    /** Verifies them: for everybody. */
    public Path auditPublicKey() {
        return folder.resolve("audit-public-keyset.json");
    }

    /**
     * Makes those that are not there. A public key is written last: its presence means that all before it are whole.
     */
    public void make() {
        try {
            if (!Files.exists(publicKey())) {
                makeIdentityKeys();
            }
            if (!Files.exists(auditPublicKey())) {
                makeAuditKeys();
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys could not be made", e);
        }
    }

    private void makeAuditKeys() throws GeneralSecurityException {
        KeysetHandle signing = generate(Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX));
        write(auditPrivateKey(), signing);
        write(auditPublicKey(), signing.getPublicKeysetHandle());
    }

    private void makeIdentityKeys() throws GeneralSecurityException {
        KeysetHandle opening = generate(HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build());
        KeysetHandle token = generate(HmacParameters.builder()
                .setKeySizeBytes(32)
                .setTagSizeBytes(32)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build());
        write(token(), token);
        write(privateKey(), opening);
        write(publicKey(), opening.getPublicKeysetHandle());
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, TinkConfig2026.get());
    }

    private static void write(Path file, KeysetHandle keyset) throws GeneralSecurityException {
        SecretFile.write(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }
}
