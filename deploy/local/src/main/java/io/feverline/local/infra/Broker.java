package io.feverline.local.infra;

import io.feverline.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** A Kafka broker with the services' topics. */
public final class Broker {
    private final int port;
    private final Server server;

    /** One of these servers. */
    public Broker(Servers servers, int port) {
        this.port = port;
        this.server = servers.kafka(port);
    }

    /** Starts it and waits until every topic is there. */
    public void start() {
        server.start();
        createTopics();
    }

    /** The server, to be killed. */
    public Server server() {
        return server;
    }

    /** What clients connect to first. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private void createTopics() {
        List<NewTopic> wanted = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs()))
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
