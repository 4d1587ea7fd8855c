package io.feverline.registry.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.signature.Ed25519Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadSignatureTest {
    @TempDir
    Path folder;

    private HeadSigner signer;
    private HeadVerifier verifier;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException, IOException {
        KeysetHandle key = key();
        signer = HeadSigner.load(write("private.json", key));
        verifier = HeadVerifier.load(write("public.json", key.getPublicKeysetHandle()));
    }

    @Test
    void what_was_signed_is_genuine() {
        assertThat(verifier.test(signer.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT)))
                .isTrue();
    }

    @Test
    void another_number_is_not() {
        SignedHead head = signer.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT);

        assertThat(verifier.test(new SignedHead(6, head.hash(), head.signedAt(), head.signature())))
                .isFalse();
    }

    @Test
    void another_hash_is_not() {
        SignedHead head = signer.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT);
        String other = "1".repeat(64);

        assertThat(verifier.test(new SignedHead(5, other, head.signedAt(), head.signature())))
                .isFalse();
    }

    @Test
    void another_time_is_not() {
        SignedHead head = signer.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT);

        assertThat(verifier.test(new SignedHead(5, head.hash(), head.signedAt().plusSeconds(1), head.signature())))
                .isFalse();
    }

    @Test
    void what_another_key_signed_is_not() throws GeneralSecurityException, IOException {
        HeadSigner other = HeadSigner.load(write("other.json", key()));

        assertThat(verifier.test(other.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT)))
                .isFalse();
    }

    @Test
    void its_time_is_cut_to_microseconds() {
        assertThat(signer.sign(5, AuditRow.BEFORE_THE_FIRST, Logs.EIGHT.plusNanos(999))
                        .signedAt())
                .isEqualTo(Logs.EIGHT);
    }

    private static KeysetHandle key() throws GeneralSecurityException {
        return KeysetHandle.generateNew(
                Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX), TinkConfig2026.get());
    }

    private Path write(String name, KeysetHandle keyset) throws GeneralSecurityException, IOException {
        return Files.writeString(
                folder.resolve(name),
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }
}
