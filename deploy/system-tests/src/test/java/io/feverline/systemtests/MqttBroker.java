package io.feverline.systemtests;

import com.hivemq.embedded.EmbeddedHiveMQ;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * An MQTT broker in this JVM that keeps sessions and messages on disk, so that a restart loses none of them. Gateways
 * reach it in plain; the door by TLS, where each side has to show a certificate.
 */
final class MqttBroker implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private EmbeddedHiveMQ server;

    private MqttBroker(Path folder, int port, int tlsPort) {
        this.folder = folder;
        this.port = port;
        this.tlsPort = tlsPort;
        this.server = newServer();
    }

    /** One that runs, on free ports. */
    static MqttBroker start() {
        Path folder = temporaryFolder();
        int port = freePort(20_000);
        var broker = new MqttBroker(folder, port, freePort(port + 1));
        broker.drawCertificates();
        broker.writeConfiguration();
        broker.server.start().join();
        return broker;
    }

    /** The port in plain. */
    int port() {
        return port;
    }

    /** What the door has to be told to reach it by TLS. */
    Map<String, String> doorSettings() {
        return Map.of(
                "feverline.mqtt.enabled",
                "true",
                "feverline.mqtt.port",
                Integer.toString(tlsPort),
                "feverline.mqtt.tls",
                "broker",
                "quarkus.tls.broker.trust-store.p12.path",
                store("client-truststore"),
                "quarkus.tls.broker.trust-store.p12.password",
                PASSWORD,
                "quarkus.tls.broker.key-store.p12.path",
                store("client-keystore"),
                "quarkus.tls.broker.key-store.p12.password",
                PASSWORD);
    }

    void stop() {
        try {
            server.close();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the MQTT broker did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Comes back with all that it had; a server that has stopped cannot, as its meters are registered already. */
    void startAgain() {
        server = newServer();
        server.start().join();
    }

    /** It is gone for good, and so is what it had. */
    @Override
    public void close() {
        stop();
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("mqtt-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedHiveMQ newServer() {
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder)
                .withDataFolder(folder.resolve("data"))
                .withExtensionsFolder(folder.resolve("extensions"))
                .withoutLoggingBootstrap()
                .build();
    }

    private void drawCertificates() {
        try {
            var unused = new CertificateGenerator(folder, true)
                    .generate(new CertificateRequest()
                            .withName("broker")
                            .withPassword(PASSWORD)
                            .withCN("localhost")
                            .withSubjectAlternativeName("DNS:localhost")
                            .withFormat(Format.PKCS12)
                            .withClientCertificate());
        } catch (Exception e) {
            throw new IllegalStateException("certificates could not be drawn", e);
        }
    }

    private String store(String name) {
        return folder.resolve("broker-" + name + ".p12").toString();
    }

    /** The usual bound of a thousand queued messages would have it drop what comes during an outage. */
    private void writeConfiguration() {
        try {
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("extensions"));
            Files.writeString(folder.resolve("config.xml"), """
                    <hivemq>
                      <listeners>
                        <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                        <tls-tcp-listener>
                          <port>%d</port>
                          <bind-address>127.0.0.1</bind-address>
                          <tls>
                            <keystore>
                              <path>%s</path><password>%4$s</password><private-key-password>%4$s</private-key-password>
                            </keystore>
                            <truststore><path>%5$s</path><password>%4$s</password></truststore>
                            <client-authentication-mode>REQUIRED</client-authentication-mode>
                          </tls>
                        </tls-tcp-listener>
                      </listeners>
                      <mqtt><queued-messages><max-queue-size>20000</max-queue-size></queued-messages></mqtt>
                      <persistence><mode>file</mode></persistence>
                      <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                    </hivemq>
                    """.formatted(
                            port, tlsPort, store("keystore"), PASSWORD, store("server-truststore")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the range that outgoing connections take theirs from, so that none is taken while it is away. */
    private static int freePort(int from) {
        return IntStream.range(from, 32_000)
                .filter(MqttBroker::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
