package io.feverline.local.infra;

import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.Children;
import io.feverline.local.process.JavaCommand;
import io.feverline.local.process.Tier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Kafka broker in a JVM of its own. */
final class BrokerProcess implements Server {
    private static final Duration START = Duration.ofSeconds(60);

    private final Children children;
    private final Path classPath;
    private final Path data;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private volatile @Nullable Child child;

    BrokerProcess(Children children, Path classPath, Path data, Path log, int port, int controllerPort) {
        this.children = children;
        this.classPath = classPath;
        this.data = data;
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public void start() {
        Path folder = data.resolve("kafka");
        List<String> command = new JavaCommand("224m")
                .property("logback.configurationFile", "io/feverline/local/infra/broker-logback.xml")
                .mainClass(classPath, KafkaBroker.class, "" + port, "" + controllerPort, folder.toString());
        Child broker = children.start(new ChildSpec("Kafka", Tier.BROKER, command, data, log));
        child = broker;
        broker.await(this::listens, START);
    }

    @Override
    public void kill() {
        running().kill();
    }

    @Override
    public void pause() {
        running().pause();
    }

    @Override
    public void resume() {
        running().resume();
    }

    private Child running() {
        return Objects.requireNonNull(child, "never started");
    }

    /** Nothing to do: whoever holds the children ends it in its turn. */
    @Override
    public void close() {}

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
