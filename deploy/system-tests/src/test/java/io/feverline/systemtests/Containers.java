package io.feverline.systemtests;

import io.feverline.local.infra.Server;
import io.feverline.local.infra.Servers;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka from Docker, on the ports that the system gives them. */
final class Containers implements Servers {
    private static final String POSTGRES = "postgres:16.9-alpine";
    private static final String KAFKA = "apache/kafka:4.1.2";

    @Override
    public Server postgres(int port, String user, String password) {
        var container = new PostgreSQLContainer(POSTGRES)
                .withDatabaseName("postgres")
                .withUsername(user)
                .withPassword(password);
        return new Container(at(port, PostgreSQLContainer.POSTGRESQL_PORT, container));
    }

    @Override
    public Server kafka(int port) {
        return new Container(at(port, 9092, new KafkaContainer(KAFKA)));
    }

    private static GenericContainer<?> at(int port, int inside, GenericContainer<?> container) {
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
        return container;
    }

    private record Container(GenericContainer<?> container) implements Server {
        @Override
        public void start() {
            container.start();
        }

        @Override
        public void kill() {
            throw new UnsupportedOperationException("a container that ends is gone with all that it had written");
        }

        @Override
        public void pause() {
            container
                    .getDockerClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void resume() {
            container
                    .getDockerClient()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
