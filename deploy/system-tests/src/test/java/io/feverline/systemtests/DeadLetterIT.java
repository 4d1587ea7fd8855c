package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.alert.events.EpisodeChanged;
import io.feverline.events.Topic;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.restassured.RestAssured;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records that nobody can read stand in every partition: each is set aside and counted, and what follows them flows.
 */
@ExtendWith(SharedSystem.class)
class DeadLetterIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Marks the records of this run, whatever else may stand on the topics. */
    private static final String KEY = "poison-" + UUID.randomUUID();

    private static LocalSystem system;
    private static Map<Service, Long> processes;
    private static Map<String, Double> countedBefore;

    @BeforeAll
    static void poison(LocalSystem running) throws InterruptedException, ExecutionException {
        system = running;
        processes = processes();
        countedBefore = counted();
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", running.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            poison(producer, Topic.READINGS, ReadingTaken.getClassSchema());
            poison(producer, Topic.READINGS_BACKFILL, ReadingTaken.getClassSchema());
            poison(producer, Topic.ALERTS, EpisodeChanged.getClassSchema());
        }
    }

    private static void poison(KafkaProducer<String, byte[]> producer, Topic topic, Schema schema)
            throws InterruptedException, ExecutionException {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            for (byte[] value : poisons(schema).values()) {
                producer.send(new ProducerRecord<>(topic.topicName(), partition, KEY, value))
                        .get();
            }
        }
    }

    private static Map<String, byte[]> poisons(Schema schema) {
        Map<String, byte[]> poisons = new LinkedHashMap<>();
        poisons.put("garbage", "not an event".getBytes(UTF_8));
        poisons.put("tombstone", null);
        poisons.put("nothing", new byte[0]);
        long known = SchemaNormalization.parsingFingerprint64(schema);
        poisons.put("unknown fingerprint", singleObject(0x0123456789abcdefL, 2, 0));
        poisons.put("an event that ends early", singleObject(known));
        poisons.put("an event whose id is none", singleObject(known, 2, 'x'));
        poisons.put("an event that claims two gigabytes", singleObject(known, 0xFC, 0xFF, 0xFF, 0xFF, 0x0F));
        return poisons;
    }

    private static byte[] singleObject(long fingerprint, int... body) {
        var bytes = ByteBuffer.allocate(10 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(fingerprint);
        for (int part : body) {
            bytes.put((byte) part);
        }
        return bytes.array();
    }

    private static int sent(Topic... topics) {
        return Arrays.stream(topics).mapToInt(Topic::partitions).sum()
                * poisons(ReadingTaken.getClassSchema()).size();
    }

    @Test
    void each_is_put_aside_once_by_each_service_that_met_it() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(deadLetters(Topic.ALERT_DEAD_LETTERS))
                    .isEqualTo(sent(Topic.READINGS, Topic.READINGS_BACKFILL, Topic.ALERTS));
            assertThat(deadLetters(Topic.REGISTRY_DEAD_LETTERS))
                    .isEqualTo(sent(Topic.READINGS, Topic.READINGS_BACKFILL, Topic.ALERTS));
        });
    }

    @Test
    void each_is_counted() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(since(Service.ALERT_SERVICE, Topic.READINGS)).isEqualTo(sent(Topic.READINGS));
            assertThat(since(Service.ALERT_SERVICE, Topic.READINGS_BACKFILL)).isEqualTo(sent(Topic.READINGS_BACKFILL));
            assertThat(since(Service.ALERT_SERVICE, Topic.ALERTS)).isEqualTo(sent(Topic.ALERTS));
            assertThat(since(Service.REGISTRY_SERVICE, Topic.READINGS)).isEqualTo(sent(Topic.READINGS));
            assertThat(since(Service.REGISTRY_SERVICE, Topic.READINGS_BACKFILL))
                    .isEqualTo(sent(Topic.READINGS_BACKFILL));
            assertThat(since(Service.REGISTRY_SERVICE, Topic.ALERTS)).isEqualTo(sent(Topic.ALERTS));
        });
    }

    @Test
    void readings_behind_them_flow_in_every_partition() {
        var api = new Api(system);
        var checkpoint = api.newCheckpoint("赤山检查站");
        var readings = Topic.READINGS.partitions() * 5;
        for (int i = 0; i < readings; i++) {
            api.post(api.newDevice(checkpoint), Api.reading(38.5));
        }
        await().atMost(SOON).untilAsserted(() -> {
            List<String> alerts = api.alerts(Persona.DUTY_OFFICER)
                    .queryParam("checkpoint", checkpoint)
                    .get("/v1/alerts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            assertThat(alerts).hasSize(readings);
        });
    }

    @Test
    void no_process_has_died() {
        assertThat(processes()).isEqualTo(processes);
        assertThat(Service.values()).allMatch(service -> system.service(service).isReady());
    }

    private static Map<Service, Long> processes() {
        Map<Service, Long> pids = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            pids.put(service, system.service(service).pid());
        }
        return pids;
    }

    private static int deadLetters(Topic topic) {
        return (int) Records.all(system.bootstrapServers(), topic.topicName()::equals).stream()
                .filter(record -> record.key() != null && KEY.equals(new String(record.key(), UTF_8)))
                .count();
    }

    private static double since(Service service, Topic topic) {
        String counter = counter(service, topic);
        assertThat(countedBefore).containsKey(counter);
        return counted().getOrDefault(counter, Double.NaN) - countedBefore.getOrDefault(counter, Double.NaN);
    }

    private static String counter(Service service, Topic topic) {
        return service.folder() + " feverline_dead_letters_total{topic=\"" + topic.topicName() + "\"}";
    }

    private static Map<String, Double> counted() {
        Map<String, Double> counted = new HashMap<>();
        for (Service service : List.of(Service.ALERT_SERVICE, Service.REGISTRY_SERVICE)) {
            RestAssured.get(system.url(service).resolve("/q/metrics"))
                    .asString()
                    .lines()
                    .filter(line -> line.startsWith("feverline_dead_letters_total"))
                    .map(line -> line.split(" "))
                    .forEach(line -> counted.put(service.folder() + " " + line[0], Double.valueOf(line[1])));
        }
        return counted;
    }
}
