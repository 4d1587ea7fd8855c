package io.feverline.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How commands reach brokers that other people run. */
public final class KafkaSettings {
    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description =
                    "Kafka 客户端的其他设置，如 TLS、SASL。 What Kafka's clients need besides, such as TLS and SASL: a properties"
                            + " file.")
    @Nullable
    Path file;

    /**
     * The settings of a client, with what the file says, as Kafka's own tools take it by {@code --command-config}.
     *
     * @throws LocalProblem if the file cannot be read
     */
    public Map<String, Object> of(String bootstrapServers) {
        var properties = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new LocalProblem(
                        "无法读取 %s：请检查 --kafka-config。 %s cannot be read: check --kafka-config (%s)."
                                .formatted(file, file, e),
                        e);
            }
        }
        var settings = new HashMap<String, Object>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }
}
