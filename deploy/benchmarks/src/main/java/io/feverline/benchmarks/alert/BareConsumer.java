package io.feverline.benchmarks.alert;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.events.ReadingTaken;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The limit: a consumer that decodes each reading and does nothing with it; it is the main class of its process. */
public final class BareConsumer {
    static final String RATE = "rate=";

    private BareConsumer() {}

    /**
     * Reads the topic from its beginning to its present end, and tells how many it decoded a second, only the last so
     * many counted: the code is cold at first.
     *
     * @param arguments the brokers; how many count
     */
    public static void main(String[] arguments) throws UnreadableEvent {
        EventCodec<ReadingTaken> codec = EventCodec.of(ReadingTaken.class);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", arguments[0], "max.poll.records", 1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.Name.READINGS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long read = 0;
            long counted = 0;
            long begin = 0;
            double sum = 0;
            while (read < all) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                for (ConsumerRecord<String, byte[]> record : records) {
                    // Used, or the compiler might leave it out.
                    sum += codec.decode(record.value()).getTemperature();
                }
                read += records.count();
                if (begin > 0) {
                    counted += records.count();
                } else if (read >= all - Long.parseLong(arguments[1])) {
                    begin = System.nanoTime();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(Locale.ROOT, "%s%.0f readings=%d mean=%.1f%n", RATE, counted / seconds, read, sum / read);
        }
    }
}
