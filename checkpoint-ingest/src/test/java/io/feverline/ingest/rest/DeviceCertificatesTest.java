package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.ingest.TestDevice;
import io.feverline.ingest.TrustingProfile;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real TLS. */
@QuarkusTest
@TestProfile(TrustingProfile.class)
class DeviceCertificatesTest {
    @Inject
    DeviceDirectory directory;

    @Inject
    @ConfigProperty(name = TrustingProfile.FOLDER)
    Path folder;

    @ConfigProperty(name = "quarkus.http.test-ssl-port")
    int port;

    private TestDevice gate;

    @BeforeEach
    void register() {
        directory.complete();
        gate = new TestDevice("gate-tls", "exit-1").registeredIn(directory, 0);
    }

    @Test
    void a_certificate_stands_for_the_device_of_its_common_name() throws Exception {
        var answer = asks(with("gate"), null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"deviceId\":\"gate-tls\"");
    }

    @Test
    void a_key_will_do_without_a_certificate() throws Exception {
        assertThat(asks(with(null), gate.key()).statusCode()).isEqualTo(200);
    }

    @Test
    void with_neither_nobody_is_let_in() throws Exception {
        assertThat(asks(with(null), null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_key_is_not_made_good_by_a_certificate() throws Exception {
        assertThat(asks(with("gate"), "flk_wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void a_certificate_of_no_device_opens_nothing() throws Exception {
        assertThat(asks(with("stranger"), null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_certificate_with_two_names_is_nobodys() throws Exception {
        assertThat(asks(with("two"), null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_ends_the_connection() throws Exception {
        var outsider = with("outsider");

        assertThatThrownBy(() -> asks(outsider, null)).isInstanceOf(IOException.class);
    }

    @Test
    void a_device_whose_keys_are_withdrawn_is_locked_out_with_its_certificate() throws Exception {
        directory.put(new Device(directory.withId("gate-tls").orElseThrow().origin(), Set.of()));

        assertThat(asks(with("gate"), null).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> asks(SSLContext tls, @Nullable String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/device"));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private SSLContext with(@Nullable String client) throws IOException, GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store("server-client-truststore.p12"));
        var tls = SSLContext.getInstance("TLS");
        tls.init(client == null ? null : own(client), trust.getTrustManagers(), null);
        return tls;
    }

    private KeyManager[] own(String client) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(client + "-client-keystore.p12"), TrustingProfile.PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    private KeyStore store(String file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, TrustingProfile.PASSWORD.toCharArray());
        }
        return store;
    }
}
