package io.feverline.registry;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, fresh keys, and no Kafka: what Kafka would bring, tests hand over themselves. */
public class RegistryResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            // Its log goes to a file, where Statements reads it.
            var started = EmbeddedPostgres.builder()
                    .setServerConfig("logging_collector", "on")
                    .start();
            postgres = started;
            var settings = new HashMap<String, String>();
            String address = "localhost:" + started.getPort() + "/postgres";
            settings.put("quarkus.datasource.reactive.url", "postgresql://" + address);
            settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
            settings.put("quarkus.datasource.username", "registry_service");
            settings.put("quarkus.datasource.password", "registry_service");
            settings.put("quarkus.flyway.jdbc-url", "jdbc:postgresql://" + address);
            settings.put("quarkus.flyway.username", "postgres");
            settings.put("quarkus.flyway.password", "postgres");
            makeRole(started);
            settings.put("mp.messaging.incoming.readings.enabled", "false");
            settings.put("mp.messaging.incoming.readings-backfill.enabled", "false");
            settings.put("mp.messaging.incoming.judgements.enabled", "false");
            settings.put("quarkus.http.test-port", "0");
            settings.put("feverline.device-facts.every", "24h"); // tests tell when they want it
            settings.put("feverline.audit.look-every", "24h");
            settings.put("feverline.key-region.every", "24h");
            settings.put("feverline.follow-up.resolve-every", "24h");
            settings.put("feverline.follow-up.count-every", "1s");
            settings.put("feverline.report.look-every", "24h");
            identityKeys(settings);
            auditKeys(settings);
            signInKeys(settings);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeRole(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE ROLE registry_service LOGIN PASSWORD 'registry_service'");
        }
    }

    private static void auditKeys(Map<String, String> settings) throws GeneralSecurityException, IOException {
        Path directory = Files.createTempDirectory("audit-keys");
        KeysetHandle signing = KeysetHandle.generateNew(
                Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX), TinkConfig2026.get());
        settings.put("feverline.audit.signing-keyset", write(directory.resolve("private.json"), signing));
        settings.put(
                "feverline.audit.public-keyset",
                write(directory.resolve("public.json"), signing.getPublicKeysetHandle()));
    }

    private static void identityKeys(Map<String, String> settings) throws GeneralSecurityException, IOException {
        Path directory = Files.createTempDirectory("registry-keys");
        Parameters hmac = HmacParameters.builder()
                .setKeySizeBytes(32)
                .setTagSizeBytes(32)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
        Parameters hpke = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        KeysetHandle opening = KeysetHandle.generateNew(hpke, TinkConfig2026.get());
        settings.put(
                "feverline.identity.token-keyset",
                write(directory.resolve("token.json"), KeysetHandle.generateNew(hmac, TinkConfig2026.get())));
        settings.put("feverline.identity.private-keyset", write(directory.resolve("private.json"), opening));
        settings.put("test.public-keyset", write(directory.resolve("public.json"), opening.getPublicKeysetHandle()));
    }

    private static String write(Path file, KeysetHandle keyset) throws GeneralSecurityException, IOException {
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
        return file.toString();
    }

    private static void signInKeys(Map<String, String> settings) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var base64 = Base64.getEncoder();
        settings.put(
                "quarkus.oidc.public-key",
                base64.encodeToString(pair.getPublic().getEncoded()));
        settings.put("quarkus.oidc.pages.tenant-enabled", "false");
        settings.put("quarkus.oidc.pages.auth-server-url", "http://localhost:1");
        settings.put("test.signing-key", base64.encodeToString(pair.getPrivate().getEncoded()));
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
