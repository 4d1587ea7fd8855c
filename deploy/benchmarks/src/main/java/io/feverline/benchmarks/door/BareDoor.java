package io.feverline.benchmarks.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The limit: an HTTP server that parses each body into objects, sends each reading to Kafka with {@code acks=all} and
 * answers when all are acknowledged. No keys, no rules, no seals, no metrics; it is the main class of its process.
 */
public final class BareDoor extends AbstractVerticle {
    static final String TOPIC = "bare-readings";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final Producer<String, byte[]> producer;

    private BareDoor(int port, Producer<String, byte[]> producer) {
        this.port = port;
        this.producer = producer;
    }

    /**
     * Runs until the process is asked to end.
     *
     * @param arguments the port, the brokers
     */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        // The settings of checkpoint-ingest's live lane.
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        arguments[1],
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        65_536),
                new StringSerializer(),
                new ByteArraySerializer());
        var eventLoops =
                new DeploymentOptions().setInstances(2 * Runtime.getRuntime().availableProcessors());
        Vertx.vertx()
                .deployVerticle(() -> new BareDoor(port, producer), eventLoops)
                .onFailure(failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    @Override
    public void start() {
        var unused = vertx.createHttpServer().requestHandler(this::take).listen(port, "127.0.0.1");
    }

    private void take(HttpServerRequest request) {
        request.bodyHandler(body -> {
            try {
                send(readings(request.path(), body), request.response());
            } catch (IOException e) {
                request.response().setStatusCode(400).end();
            }
        });
    }

    private static List<Sent> readings(String path, Buffer body) throws IOException {
        return path.endsWith("batch")
                ? List.of(JSON.readValue(body.getBytes(), Sent[].class))
                : List.of(JSON.readValue(body.getBytes(), Sent.class));
    }

    private void send(List<Sent> readings, HttpServerResponse response) throws IOException {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(readings.size());
        for (Sent reading : readings) {
            records.add(new ProducerRecord<>(TOPIC, reading.id(), JSON.writeValueAsBytes(reading)));
        }
        var missing = new AtomicInteger(records.size());
        Context context = vertx.getOrCreateContext();
        for (var record : records) {
            var unused = producer.send(record, (metadata, failure) -> {
                if (failure != null) {
                    context.runOnContext(now -> response.setStatusCode(503).end());
                } else if (missing.decrementAndGet() == 0) {
                    context.runOnContext(now -> response.setStatusCode(readings.size() == 1 ? 202 : 200)
                            .putHeader("Content-Type", "application/json")
                            .end("{\"accepted\":" + readings.size() + "}"));
                }
            });
        }
    }

    /** A reading as it is sent, with no opinion about it. */
    record Sent(
            String id,
            String measuredAt,
            Double temperature,
            Map<String, String> traveller,
            Map<String, String> vehicle) {}
}
