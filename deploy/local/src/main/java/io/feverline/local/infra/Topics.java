package io.feverline.local.infra;

import io.feverline.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Feverline's topics at a broker.
 *
 * @param admin who makes them, and looks at them
 */
public record Topics(Admin admin) {
    /**
     * Something in which a topic is not as it should be: who cleans up {@code devices} like a log forgets all devices
     * after a week.
     */
    public record Difference(String topic, String setting, String wanted, String found) {}

    /**
     * Makes those that are not there.
     *
     * @param replicas how many brokers keep each
     * @return which were made
     * @throws KafkaException if the brokers cannot be reached, or refuse it
     */
    public List<String> make(short replicas) {
        Set<String> there = get(admin.listTopics().names());
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !there.contains(topic.topicName()))
                .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), replicas).configs(topic.configs()))
                .toList();
        get(admin.createTopics(missing).all());
        return missing.stream().map(NewTopic::name).toList();
    }

    /**
     * In what those that are there differ from what the services need. More partitions than a new installation has are
     * no difference.
     *
     * @throws KafkaException if the brokers cannot be reached, or refuse it
     */
    public List<Difference> differences() {
        List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        Map<String, TopicDescription> descriptions =
                get(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs =
                get(admin.describeConfigs(names.stream().map(Topics::resource).collect(Collectors.toList()))
                        .all());
        var differences = new ArrayList<Difference>();
        for (Topic topic : Topic.values()) {
            String name = topic.topicName();
            TopicDescription description = descriptions.get(name);
            int partitions = description == null ? 0 : description.partitions().size();
            if (partitions < topic.partitions()) {
                differences.add(new Difference(name, "partitions", topic.partitions() + "", partitions + ""));
            }
            Config config = configs.get(resource(name));
            topic.configs().forEach((setting, wanted) -> {
                String found = config == null ? "" : config.get(setting).value();
                if (!wanted.equals(found)) {
                    differences.add(new Difference(name, setting, wanted, found));
                }
            });
        }
        return differences;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
