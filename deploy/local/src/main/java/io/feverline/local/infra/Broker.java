package io.feverline.local.infra;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

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
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            new Topics(admin).make((short) 1);
        }
    }
}
