package io.feverline.registry.events.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.signature.Ed25519Parameters;
import io.feverline.registry.events.evidence.EvidenceCheck.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCheckTest {
    @TempDir
    Path folder;

    private final Map<String, String> files = new TreeMap<>(Map.of("about.txt", "发热哨点", "audit.csv", "1,2\r\n"));
    private SumsSigner signer;
    private EvidenceCheck check;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException, IOException {
        KeysetHandle key = key();
        signer = SumsSigner.load(write("private.json", key));
        check = EvidenceCheck.load(write("public.json", key.getPublicKeysetHandle()));
        var sums = new Sums(Map.of(
                "about.txt", Sums.hash("发热哨点".getBytes(UTF_8)), "audit.csv", Sums.hash("1,2\r\n".getBytes(UTF_8))));
        files.put(Sums.FILE, sums.text());
        files.put(Sums.SIGNATURE_FILE, signer.sign(sums));
    }

    @Test
    void what_the_service_made_is_intact() throws IOException {
        assertThat(checked().intact()).isTrue();
    }

    @Test
    void a_changed_file_is_named() throws IOException {
        files.put("audit.csv", "1,3\r\n");

        assertThat(checked().wrong()).containsExactly("audit.csv");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        files.remove("audit.csv");

        assertThat(checked().wrong()).containsExactly("audit.csv");
    }

    @Test
    void a_file_that_was_added_is_named() throws IOException {
        files.put("more.csv", "");

        assertThat(checked().wrong()).containsExactly("more.csv");
    }

    @Test
    void a_list_that_was_adapted_to_a_changed_file_is_not_the_services() throws IOException {
        files.put("audit.csv", "1,3\r\n");
        files.put(
                Sums.FILE, text().replace(Sums.hash("1,2\r\n".getBytes(UTF_8)), Sums.hash("1,3\r\n".getBytes(UTF_8))));

        Outcome outcome = checked();

        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.intact()).isFalse();
    }

    @Test
    void the_signature_of_another_key_is_not_the_services() throws Exception {
        var sums = Sums.parse(text());
        files.put(
                Sums.SIGNATURE_FILE,
                SumsSigner.load(write("another.json", key())).sign(sums));

        assertThat(checked().signed()).isFalse();
    }

    @Test
    void what_is_no_archive_of_evidence_cannot_be_checked() {
        files.remove(Sums.FILE);

        assertThatThrownBy(this::checked).isInstanceOf(IOException.class).hasMessageContaining(Sums.FILE);
    }

    private String text() {
        return files.getOrDefault(Sums.FILE, "");
    }

    private Outcome checked() throws IOException {
        Path archive = folder.resolve("evidence.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return check.check(archive);
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
