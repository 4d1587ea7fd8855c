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

/** How commands reach brokers that other people run. */
public final class KafkaSettings {
    private KafkaSettings() {}

    /**
     * The settings of a client.
     *
     * @param file what the brokers want besides, such as TLS and SASL, as Kafka's own tools take it by
     *     {@code --command-config}; null for nothing
     * @throws LocalProblem if the file cannot be read
     */
    public static Map<String, Object> of(String bootstrapServers, @Nullable Path file) {
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
