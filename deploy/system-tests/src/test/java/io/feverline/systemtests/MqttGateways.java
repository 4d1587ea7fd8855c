package io.feverline.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.feverline.systemtests.Api.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Gateways that publish over MQTT and keep a ledger like the simulator's. They publish each message once and never
 * again: one that is lost on its way has no answer. One of them asks for no answers, and believes what the broker
 * acknowledges.
 */
final class MqttGateways implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVERY_MILLIS = 20;
    private static final int BATCH_EVERY = 5;
    private static final int BATCH = 4;
    private static final int FEVER_EVERY = 7;
    private static final int WRONG_UNIT_EVERY = 11;

    private final Gate trusting;
    private final List<Sender> senders;
    private final Path ledger;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong measured = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final Map<Long, Sent> unanswered = new ConcurrentHashMap<>();
    private final Queue<String> strangeAnswers = new ConcurrentLinkedQueue<>();

    private record Sender(Gate gate, Mqtt5AsyncClient client, boolean asks) {}

    private record Measured(String id, Instant at, double celsius, String json) {
        boolean valid() {
            return celsius < 45;
        }
    }

    private record Sent(String deviceId, List<Measured> readings) {}

    /**
     * Gateways that are connected and silent.
     *
     * @param gates the last one asks for no answers
     */
    MqttGateways(List<Gate> gates, int port, Path ledger) {
        this.ledger = ledger;
        this.trusting = gates.get(gates.size() - 1);
        write("id,sentAt,outcome,deviceId,judged,mode,site,person,identified,recheck,detail\n");
        this.senders = gates.stream().map(gate -> connect(gate, port)).toList();
    }

    private Sender connect(Gate gate, int port) {
        var client = MqttClients.connected("gateway-" + gate.deviceId(), port);
        client.subscribeWith()
                .topicFilter(topic(gate, "answers"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::answered)
                .send()
                .join();
        return new Sender(gate, client, !gate.equals(trusting));
    }

    static String topic(Gate gate, String what) {
        return "feverline/v1/devices/" + gate.deviceId() + "/" + what;
    }

    void begin() {
        var unused = clock.scheduleAtFixedRate(this::publish, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** No more is measured; what is under way goes on. */
    void end() {
        clock.shutdown();
    }

    long published() {
        return messages.get();
    }

    int unansweredMessages() {
        return unanswered.size();
    }

    /** Answers that neither take nor refuse a reading for what it is. */
    List<String> strangeAnswers() {
        return List.copyOf(strangeAnswers);
    }

    private void publish() {
        long number = messages.incrementAndGet();
        var sender = senders.get((int) (number % senders.size()));
        var readings = IntStream.range(0, number % BATCH_EVERY == 0 ? BATCH : 1)
                .mapToObj(any -> measure())
                .toList();
        boolean batch = readings.size() > 1;
        var sent = new Sent(sender.gate().deviceId(), readings);
        var message = Mqtt5Publish.builder()
                .topic(topic(sender.gate(), batch ? "readings/batch" : "readings"))
                .payload(payload(readings))
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(batch ? "application/x-ndjson" : "application/json")
                .responseTopic(sender.asks() ? topic(sender.gate(), "answers") : null)
                .correlationData(ByteBuffer.allocate(Long.BYTES).putLong(0, number))
                .userProperties()
                .add("key", sender.gate().key())
                .applyUserProperties()
                .build();
        unanswered.put(number, sent);
        var unused = sender.client().publish(message).whenComplete((result, failure) -> {
            if (!MqttClients.acknowledged(result, failure)) {
                strangeAnswers.add("the broker: " + result + " " + failure);
            } else if (!sender.asks()) {
                write(lines(sent, index -> sent.readings().get(index).valid()));
                unanswered.remove(number);
            }
        });
    }

    private Measured measure() {
        long number = measured.incrementAndGet();
        double celsius = number % WRONG_UNIT_EVERY == 0 ? 98.6 : number % FEVER_EVERY == 0 ? 39.0 : 36.6;
        var reading = Api.reading(celsius);
        try {
            return new Measured(
                    String.valueOf(reading.get("id")), Instant.now(), celsius, JSON.writeValueAsString(reading));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] payload(List<Measured> readings) {
        return readings.stream()
                .map(Measured::json)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void answered(Mqtt5Publish answer) {
        try {
            long number = answer.getCorrelationData().orElseThrow().getLong(0);
            var sent = unanswered.get(number);
            // An answer may come twice, as everything may that is sent with QoS 1.
            if (sent != null) {
                note(sent, JSON.readTree(answer.getPayloadAsBytes()), MqttClients.status(answer));
                unanswered.remove(number);
            }
        } catch (IOException | RuntimeException e) {
            strangeAnswers.add(e.toString());
        }
    }

    private void note(Sent sent, JsonNode document, int status) {
        switch (status) {
            case 202 -> write(lines(sent, index -> true));
            case 422 -> write(lines(sent, index -> false));
            case 200 -> {
                var refused = StreamSupport.stream(document.get("problems").spliterator(), false)
                        .map(problem -> problem.get("index").intValue())
                        .toList();
                write(lines(sent, index -> !refused.contains(index)));
            }
            default -> strangeAnswers.add(status + " " + document);
        }
    }

    private static String lines(Sent sent, IntPredicate taken) {
        return IntStream.range(0, sent.readings().size())
                .mapToObj(index -> line(sent, index, taken.test(index) ? "ok" : "rejected"))
                .collect(Collectors.joining());
    }

    private static String line(Sent sent, int index, String outcome) {
        var reading = sent.readings().get(index);
        return "%s,%s,%s,%s,%d,body,forehead,,none,false,\n"
                .formatted(reading.id(), reading.at(), outcome, sent.deviceId(), Math.round(reading.celsius() * 1000));
    }

    private synchronized void write(String lines) {
        try {
            Files.writeString(ledger, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        senders.forEach(sender -> MqttClients.end(sender.client()));
    }
}
