package io.feverline.systemtests;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** An MQTT broker in this JVM that keeps sessions and messages on disk, so that a restart loses none of them. */
final class MqttBroker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedHiveMQ server;

    private MqttBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = newServer();
    }

    /** One that runs, on a free port. */
    static MqttBroker start(Path folder) {
        var broker = new MqttBroker(folder, freePort());
        broker.writeConfiguration();
        broker.server.start().join();
        return broker;
    }

    int port() {
        return port;
    }

    void stop() {
        close();
    }

    /** Comes back with all that it had; a server that has stopped cannot, as its meters are registered already. */
    void startAgain() {
        server = newServer();
        server.start().join();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the MQTT broker did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /** The usual bound of a thousand queued messages would have it drop what comes during an outage. */
    private void writeConfiguration() {
        try {
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("extensions"));
            Files.writeString(folder.resolve("config.xml"), """
                    <hivemq>
                      <listeners>
                        <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                      </listeners>
                      <mqtt><queued-messages><max-queue-size>20000</max-queue-size></queued-messages></mqtt>
                      <persistence><mode>file</mode></persistence>
                      <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                    </hivemq>
                    """.formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the range that outgoing connections take theirs from, so that none is taken while it is away. */
    private static int freePort() {
        return IntStream.range(20_000, 32_000)
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
