package io.feverline.benchmarks.door;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.local.DataFolder;
import io.feverline.local.Home;
import io.feverline.local.Ports;
import io.feverline.local.Service;
import io.feverline.local.infra.Broker;
import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.OwnServers;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.Children;
import io.feverline.local.process.Tier;
import io.feverline.registry.events.DeviceRegistered;
import io.feverline.registry.events.MeasuringMode;
import io.feverline.registry.events.MeasuringSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, the bare door and checkpoint-ingest beside it, both as JVMs of the same options; no other service. */
final class Doors implements AutoCloseable {
    /**
     * The devices that both doors hear from; only checkpoint-ingest asks who they are. Anonymous readings are keyed by
     * their device, so that one alone would fill one partition.
     */
    static final List<String> KEYS =
            IntStream.range(0, 64).mapToObj(number -> "flk_benchmark_" + number).toList();

    /**
     * For a server on two cores: both compilers, the collector without threads of its own, a heap that shows a leak.
     */
    private static final List<String> JVM = List.of(
            "-Xms160m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxMetaspaceSize=128m");

    /** Of each partition. */
    private static final String KEPT_BYTES = Integer.toString(32 << 20);

    private static final Duration READY = Duration.ofSeconds(60);

    private final Home home = Home.find();
    private final Children children = new Children();
    private final DataFolder data;
    private final Broker broker;
    private final KeysetFiles keysets;
    private final Ports ports;
    private final HttpClient http = HttpClient.newHttpClient();

    private Doors(Ports ports) {
        this.ports = ports;
        data = DataFolder.open(null);
        children.removeAfterwards(data.path());
        broker = new Broker(new OwnServers(children, home, data, ports.kafkaController()), ports.kafka());
        keysets = new KeysetFiles(data.path());
    }

    /** Starts the broker, and tells it of the devices. */
    static Doors open(Ports ports) throws InterruptedException, ExecutionException {
        ports.requireFree();
        var doors = new Doors(ports);
        try {
            doors.broker.start();
            doors.keysets.make();
            doors.createBareTopic();
            doors.registerDevices();
            return doors;
        } catch (RuntimeException | InterruptedException | ExecutionException e) {
            doors.close();
            throw e;
        }
    }

    private void createBareTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(BareDoor.TOPIC, Topic.READINGS.partitions(), (short) 1)))
                    .all()
                    .get();
            keepLittle(admin, BareDoor.TOPIC, Topic.READINGS.topicName());
        }
    }

    /** Nobody reads them: some 50 MB a second would fill the disk, and the disk's writing would be measured. */
    private static void keepLittle(Admin admin, String... topics) throws InterruptedException, ExecutionException {
        var settings = Stream.of(
                        new ConfigEntry(TopicConfig.SEGMENT_BYTES_CONFIG, KEPT_BYTES),
                        new ConfigEntry(TopicConfig.RETENTION_BYTES_CONFIG, KEPT_BYTES),
                        new ConfigEntry(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000"))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> wanted = new HashMap<>();
        for (String topic : topics) {
            wanted.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings);
        }
        admin.incrementalAlterConfigs(wanted).all().get();
    }

    private void registerDevices() throws InterruptedException, ExecutionException {
        var codec = EventCodec.of(DeviceRegistered.class);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String key : KEYS) {
                String device = key.replace("flk_", "");
                byte[] event = codec.encode(DeviceRegistered.newBuilder()
                        .setDeviceId(device)
                        .setCheckpointId("benchmark")
                        .setAreaCode("360322101")
                        .setKeyHashes(List.of(ByteBuffer.wrap(sha256(key))))
                        .setSite(MeasuringSite.FOREHEAD)
                        .setMode(MeasuringMode.BODY)
                        .setOffset(0)
                        .setVersion(0)
                        .build());
                producer.send(new ProducerRecord<>(Topic.DEVICES.topicName(), device, event))
                        .get();
            }
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Starts the limit. */
    DoorProcess bare() {
        return start(
                "bare",
                ports.alert(),
                "/",
                List.of(
                        "-cp",
                        home.root()
                                .resolve("deploy/benchmarks/target/benchmarks.jar")
                                .toString(),
                        BareDoor.class.getName(),
                        "" + ports.alert(),
                        broker.bootstrapServers()));
    }

    /**
     * Starts checkpoint-ingest.
     *
     * @param options of its JVM, besides those that both doors have
     */
    DoorProcess ingest(String... options) {
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                // A few devices send what thousands do.
                "-Dfeverline.quota.device-burst=100000000",
                "-Dfeverline.quota.device-per-second=10000000",
                "-Dfeverline.quota.gateway-burst=100000000",
                "-Dfeverline.quota.gateway-per-second=10000000",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.ingest(),
                "-Dkafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-Dfeverline.identity.token-keyset=" + keysets.token(),
                "-Dfeverline.identity.public-keyset=" + keysets.publicKey(),
                "-jar",
                home.serviceJar(Service.CHECKPOINT_INGEST).toString()));
        return start("checkpoint-ingest", ports.ingest(), "/q/health/ready", command);
    }

    private DoorProcess start(String name, int port, String readyPath, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(arguments);
        Child child = children.start(new ChildSpec(
                name, Tier.SERVICE, command, data.path(), data.logs().resolve(name + ".log")));
        child.await(() -> answers(URI.create("http://127.0.0.1:" + port + readyPath)), READY);
        return new DoorProcess(name, port, child);
    }

    /** A 404 is an answer; a 503 says that it is not ready. */
    private boolean answers(URI url) {
        try {
            return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A file of ours, which goes with the rest. */
    Path file(String name) {
        return data.path().resolve(name);
    }

    @Override
    public void close() {
        children.close();
        data.close();
    }
}
