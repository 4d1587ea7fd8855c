package io.feverline.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker that is its own controller: the main class of the broker's process. */
public final class KafkaBroker {
    /** Any 16 bytes in base64url; one broker never meets another cluster. */
    private static final String CLUSTER = "ZmV2ZXJsaW5lLWxvY2FsMQ";

    /** What a single broker needs to be whole, and small. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "3"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "3"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            // What is to be forgotten goes soon: a benchmark fills 20 GB in the five minutes that are usual.
            Map.entry("log.retention.check.interval.ms", "10000"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            // A broker that was killed is let in again when its session is over; nine seconds of it are for a network.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"));

    private KafkaBroker() {}

    /**
     * Runs until the process is asked to end.
     *
     * @param arguments the port, the controller's port, the folder for its files
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        Properties settings = settings(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), folder);
        format(folder, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        Exit.addShutdownHook("stop-broker", server::shutdown);
        server.startup();
        server.awaitShutdown();
    }

    private static Properties settings(int port, int controllerPort, Path folder) {
        Properties settings = new Properties();
        settings.putAll(SETTINGS);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", folder.resolve("log").toString());
        return settings;
    }

    private static void format(Path folder, Properties settings) {
        if (Files.exists(folder.resolve("log/meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("broker.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            int outcome = StorageTool.execute(
                    new String[] {"format", "--ignore-formatted", "-t", CLUSTER, "-c", file.toString()}, System.out);
            if (outcome != 0) {
                throw new IllegalStateException("the broker's folder could not be formatted: " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
