package io.feverline.ingest;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A door with TLS that believes the certificates of some clients, and its MQTT broker. */
public class TrustingProfile extends DoorProfile {
    /** Where the certificates are: {@code <name>-client-keystore.p12}, {@code server-client-truststore.p12}. */
    public static final String FOLDER = "test.certificates";

    public static final String PASSWORD = "changeit";

    @Override
    public Map<String, String> getConfigOverrides() {
        var config = new HashMap<>(super.getConfigOverrides());
        try {
            Path folder = Files.createTempDirectory("door-certificates");
            draw(folder, "server", "localhost");
            draw(folder, "gate", "gate-tls");
            draw(folder, "stranger", "nobody-knows");
            draw(folder, "two", "gate-tls,CN=gate-other");
            draw(folder, "outsider", "gate-tls");
            config.put(FOLDER, folder.toString());
            config.put("quarkus.http.test-ssl-port", "0");
            config.put(
                    "quarkus.tls.key-store.pem.0.cert",
                    folder.resolve("server.crt").toString());
            config.put(
                    "quarkus.tls.key-store.pem.0.key",
                    folder.resolve("server.key").toString());
            config.put(
                    "quarkus.tls.trust-store.pem.certs",
                    "%1$s/gate-client.crt,%1$s/stranger-client.crt,%1$s/two-client.crt".formatted(folder));
            config.put("feverline.device-certificates.accepted", "true");
            config.put("feverline.mqtt.broker-vouches", "true");
        } catch (Exception e) {
            throw new IllegalStateException("certificates could not be drawn", e);
        }
        return config;
    }

    private static void draw(Path folder, String name, String commonName) throws Exception {
        var unused = new CertificateGenerator(folder, true)
                .generate(new CertificateRequest()
                        .withName(name)
                        .withPassword(PASSWORD)
                        .withCN(commonName)
                        .withSubjectAlternativeName("DNS:localhost")
                        .withFormat(Format.PEM)
                        .withFormat(Format.PKCS12)
                        .withClientCertificate());
    }
}
