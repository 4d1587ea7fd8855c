package io.feverline.ingest.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import io.feverline.ingest.config.MqttConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This service's session at the broker. A message is acknowledged when its answer is with the broker, and it has its
 * answer when Kafka's brokers have what is good in it. While Kafka is away messages stay here unacknowledged and are
 * tried again and again; there are never more of them than the broker may send ahead, and all others wait at the
 * broker. MQTT sends again over a new connection only, so whoever waited for that would wait for ever.
 *
 * <p>When the connection is lost, what was here over it is forgotten: the broker will send it again, to this instance
 * or to another, and to keep the old beside the new would fill the window, which the client measures over both.
 */
final class BrokerSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BrokerSession.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** A gateway that has not asked for its answers in this time has sent its messages again. */
    private static final Duration ANSWER_KEPT = Duration.ofHours(1);

    private final MqttConfig config;
    private final MqttIntake intake;
    private final ObjectMapper json;
    private final Topics topics;
    private final Mqtt5AsyncClient client;
    private final Set<Arrival> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker;
    private volatile boolean connected;
    private volatile boolean subscribed;
    private volatile boolean closed;

    /** Whom the broker is to be, and who this service is to it; null is what Java has. */
    record Trust(@Nullable KeyManagerFactory own, @Nullable TrustManagerFactory believed) {}

    /** One delivery of a message: two of the same message are two. */
    private static final class Arrival {
        private final Mqtt5Publish publish;

        private Arrival(Mqtt5Publish publish) {
            this.publish = publish;
        }
    }

    BrokerSession(
            MqttConfig config, Optional<Trust> trust, MqttIntake intake, ObjectMapper json, MeterRegistry metrics) {
        this.config = config;
        this.intake = intake;
        this.json = json;
        this.topics = new Topics(config.topics());
        this.worker = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "mqtt-intake");
            thread.setDaemon(true);
            return thread;
        });
        this.client = client(trust);
        Gauge.builder("feverline.mqtt.connected", this, session -> session.connected && session.subscribed ? 1 : 0)
                .description("Whether the MQTT broker is reached and lets messages through")
                .register(metrics);
        Gauge.builder("feverline.mqtt.unacknowledged", open, Set::size)
                .description("MQTT messages that are here and wait for Kafka's acknowledgement, or for their answer's")
                .register(metrics);
    }

    private static String hostsId() {
        try {
            return "checkpoint-ingest-" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("this host has no name: set feverline.mqtt.client-id", e);
        }
    }

    private Mqtt5AsyncClient client(Optional<Trust> trust) {
        var builder = MqttClient.builder()
                .useMqttVersion5()
                .identifier(config.clientId().orElseGet(BrokerSession::hostsId))
                .serverHost(config.host())
                .serverPort(config.port())
                .addConnectedListener(this::connected)
                .addDisconnectedListener(this::disconnected)
                .automaticReconnect()
                .initialDelay(1, TimeUnit.SECONDS)
                .maxDelay(config.longestPause().toMillis(), TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect();
        trust.ifPresent(stores -> builder.sslConfig()
                .keyManagerFactory(stores.own())
                .trustManagerFactory(stores.believed())
                .applySslConfig());
        config.username()
                .ifPresent(name -> builder.simpleAuth()
                        .username(name)
                        .password(config.password().orElse("").getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth());
        return builder.buildAsync();
    }

    /** Connects, now or as soon as the broker is there, and from then on whenever the connection is lost. */
    void open() {
        client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, worker, true);
        var unused = client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(config.sessionKept().toSeconds())
                .keepAlive((int) config.keepAlive().toSeconds())
                .restrictions()
                .receiveMaximum(config.receiveMaximum())
                .maximumPacketSize((int) config.packetBytes().asLongValue())
                .applyRestrictions()
                .send()
                .exceptionally(gaveUp -> {
                    LOG.debug("The MQTT broker was not reached before this service stopped", gaveUp);
                    return null;
                });
    }

    private void connected(MqttClientConnectedContext context) {
        connected = true;
        LOG.infof("Connected to the MQTT broker at %s:%d", config.host(), config.port());
        if (!subscribed) {
            var unused = subscribe().whenComplete((granted, failure) -> {
                subscribed =
                        failure == null && granted.getReasonCodes().stream().noneMatch(code -> code.isError());
                if (!subscribed) {
                    LOG.errorf(failure, "The MQTT broker lets no messages through to this service: %s", granted);
                }
            });
        }
    }

    private CompletableFuture<Mqtt5SubAck> subscribe() {
        return client.subscribeWith()
                .addSubscriptions(topics.filters(config.group()).stream()
                        .map(filter -> Mqtt5Subscription.builder()
                                .topicFilter(filter)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                                .build())
                        .toList())
                .send();
    }

    /** What is acknowledged now goes nowhere, as there is no connection. It gives the client its window back. */
    private void disconnected(MqttClientDisconnectedContext context) {
        connected = false;
        open.forEach(this::acknowledge);
        if (closed) {
            context.getReconnector().reconnect(false);
        } else if (context.getReconnector().getAttempts() == 0) {
            LOG.warnf(
                    "The MQTT broker at %s:%d is away: %s",
                    config.host(), config.port(), context.getCause().getMessage());
        }
    }

    private void arrived(Mqtt5Publish publish) {
        if (publish.getQos() == MqttQos.AT_MOST_ONCE && open.size() >= config.receiveMaximum()) {
            // Of these the broker sends as many as there are, and nothing is promised to whoever publishes them.
            return;
        }
        var arrival = new Arrival(publish);
        open.add(arrival);
        take(arrival, false);
    }

    private void take(Arrival arrival, boolean again) {
        var unused = intake.take(Message.of(arrival.publish), again)
                .whenCompleteAsync(
                        (answer, unknown) -> {
                            if (unknown == null) {
                                answer(arrival, answer);
                            } else {
                                takeAgain(arrival);
                            }
                        },
                        worker);
    }

    private void takeAgain(Arrival arrival) {
        if (arrival.publish.getQos() == MqttQos.AT_MOST_ONCE) {
            // It would not come again either: the broker has forgotten it.
            answer(arrival, intake.notAcknowledged());
            return;
        }
        CompletableFuture.delayedExecutor(config.tryAgainAfter().toMillis(), TimeUnit.MILLISECONDS, worker)
                .execute(() -> {
                    if (open.contains(arrival)) {
                        take(arrival, true);
                    }
                });
    }

    /** Whoever wants no answer, or wants it where it may not go, has none. */
    private void answer(Arrival arrival, Answer answer) {
        var where = arrival.publish
                .getResponseTopic()
                .filter(topic -> topics.answers(arrival.publish.getTopic().toString(), topic.toString()));
        if (where.isEmpty() || !open.contains(arrival)) {
            acknowledge(arrival);
            return;
        }
        var unused = client.publish(Mqtt5Publish.builder()
                        .topic(where.get())
                        .payload(bytes(answer))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .contentType(answer.type())
                        .correlationData(arrival.publish.getCorrelationData().orElse(null))
                        .messageExpiryInterval(ANSWER_KEPT.toSeconds())
                        .userProperties(properties(answer))
                        .build())
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        LOG.debug("An answer could not be published", failure);
                    }
                    acknowledge(arrival);
                });
    }

    private static Mqtt5UserProperties properties(Answer answer) {
        var properties = Mqtt5UserProperties.builder().add("status", Integer.toString(answer.status()));
        return (answer.retryAfter() == null
                        ? properties
                        : properties.add("retry-after", Long.toString(answer.retryAfter())))
                .build();
    }

    private byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer.document());
        } catch (JsonProcessingException e) {
            // Not without an answer: a message that is never acknowledged holds up all that come after it.
            LOG.error("An answer is no JSON", e);
            return new byte[0];
        }
    }

    private void acknowledge(Arrival arrival) {
        if (open.remove(arrival)) {
            arrival.publish.acknowledge();
        }
    }

    /**
     * Leaves what is not acknowledged to the broker, which keeps it for the next start or gives it to another instance.
     */
    @Override
    public void close() {
        closed = true;
        try {
            client.disconnect().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The MQTT broker was not told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.shutdownNow();
    }
}
