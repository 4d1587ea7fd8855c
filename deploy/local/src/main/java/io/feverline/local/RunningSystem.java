package io.feverline.local;

import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The system that runs on this machine, for commands beside it.
 *
 * @param data the folder that it was given
 */
public record RunningSystem(Path data, Ports ports) {
    /**
     * The one that {@code deploy/up --data} was started with.
     *
     * @throws IllegalStateException with a sentence for people if none runs, or the folder is not a system's
     */
    public static RunningSystem of(Path data) throws IOException {
        Path running = Home.find().state().resolve("port-base");
        if (!Files.exists(running)) {
            throw new IllegalStateException(
                    "系统没有运行，请先 deploy/up --data。 no system runs here, start it by deploy/up --data");
        }
        if (!Files.exists(new KeysetFiles(data).auditPublicKey())) {
            throw new IllegalStateException("%s 不是数据目录。 %s is not the data folder of a system".formatted(data, data));
        }
        return new RunningSystem(
                data, new Ports(Integer.parseInt(Files.readString(running).strip())));
    }

    /** Where a database is reached; with {@link Postgres#USER} and {@link #databasePassword()}. */
    public String jdbcUrl(Database database) {
        return Postgres.jdbcUrl(ports.postgres(), database);
    }

    /** The password of {@link Postgres#USER}. */
    public String databasePassword() throws IOException {
        return Postgres.passwordIn(data);
    }

    /** What Kafka clients connect to first. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }
}
