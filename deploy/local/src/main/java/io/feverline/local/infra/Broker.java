package io.feverline.local.infra;

import io.feverline.events.Topic;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The Kafka broker's process as seen from the launcher. */
public final class Broker {
    private static final Duration START = Duration.ofSeconds(60);

    private final Children children;
    private final Path classPath;
    private final Path data;
    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;

    /** A broker that keeps its files under the data folder. */
    public Broker(Children children, Path classPath, Path data, Path log, int port, int controllerPort) {
        this.children = children;
        this.classPath = classPath;
        this.data = data;
        this.folder = data.resolve("kafka");
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Starts it and waits until every topic is there. */
    public void start() {
        List<String> command = new JavaCommand("224m")
                .property("logback.configurationFile", "io/feverline/local/infra/broker-logback.xml")
                .mainClass(classPath, KafkaBroker.class, "" + port, "" + controllerPort, folder.toString());
        Child broker = children.start(new ChildSpec("Kafka", Tier.BROKER, command, data, log));
        broker.await(this::listens, START);
        createTopics();
    }

    /** What clients connect to first. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void createTopics() {
        List<NewTopic> wanted = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                        .configs(Map.of("cleanup.policy", topic.cleanupPolicy())))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        }
    }

    private static void awaitCreated(KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic could not be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }
}
