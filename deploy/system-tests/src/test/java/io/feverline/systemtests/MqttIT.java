package io.feverline.systemtests;

import static io.feverline.systemtests.MqttGateways.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.feverline.local.LocalSystem;
import io.feverline.local.accounting.Accounting;
import io.feverline.local.accounting.Summary;
import io.feverline.systemtests.Api.Gate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The MQTT door through a real broker, by TLS: what befalls any of the three processes on the way changes no count. */
@ExtendWith(KilledSystem.class)
class MqttIT {
    private static final int SOME = 200;
    private static final int WHILE_AWAY = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    private static MqttBroker broker;
    private static LocalSystem system;
    private static List<Gate> gates;

    /** What goes away during traffic, and comes back. */
    enum Away {
        THE_DOOR {
            @Override
            void go() {
                Victim.CHECKPOINT_INGEST.kill(system);
            }

            @Override
            void comeBack() {
                Victim.CHECKPOINT_INGEST.start(system);
            }
        },
        KAFKA {
            @Override
            void go() {
                Victim.KAFKA.kill(system);
            }

            @Override
            void comeBack() {
                Victim.KAFKA.start(system);
            }
        },
        THE_MQTT_BROKER {
            @Override
            void go() {
                broker.stop();
            }

            @Override
            void comeBack() {
                broker.startAgain();
            }
        },
        /** What was here over the old connection must leave room for what is delivered again over the new one. */
        KAFKA_AND_FOR_A_MOMENT_THE_MQTT_BROKER {
            @Override
            void go() {
                Victim.KAFKA.kill(system);
            }

            @Override
            void comeBack() {
                broker.stop();
                broker.startAgain();
                Victim.KAFKA.start(system);
            }
        };

        abstract void go();

        abstract void comeBack();
    }

    @BeforeAll
    static void start(LocalSystem running, MqttBroker itsBroker) {
        system = running;
        broker = itsBroker;
        var api = new Api(system);
        gates = Stream.generate(() -> api.newDevice(api.newCheckpoint("汽车站")))
                .limit(3)
                .toList();
        awaitDoor();
    }

    /** What is published before the door's first subscription is nobody's. */
    private static void awaitDoor() {
        var client = MqttClients.connected("knocker", broker.port());
        try {
            await().atMost(SOON).until(() -> MqttClients.hasReader(client, topic(gates.get(0), "readings")));
        } finally {
            MqttClients.end(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_message_is_answered_once_published_and_every_count_agrees(Away away) {
        var ledger = system.data().path().resolve("mqtt-" + UUID.randomUUID() + ".csv");
        var accounting = new Accounting(system, ledger);
        try (var gateways = new MqttGateways(gates, broker.port(), ledger)) {
            gateways.begin();
            awaitOk(ledger, Instant.MIN);

            away.go();
            long before = gateways.published();
            await().atMost(PATIENCE).until(() -> gateways.published() >= before + WHILE_AWAY);
            away.comeBack();
            awaitOk(ledger, Instant.now());
            gateways.end();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gateways.unansweredMessages())
                            .as("messages without an answer")
                            .isZero());
            assertThat(gateways.strangeAnswers()).as("other answers").isEmpty();
        }
        Summary account = accounting.settle();
        assertThat(account.rejected()).as("readings in °F").isPositive();
        assertThat(account.fevers().expected()).as("fevers").isPositive();
        assertThat(account.agrees()).as(account.text()).isTrue();
    }

    private static void awaitOk(Path ledger, Instant since) {
        await().atMost(PATIENCE)
                .until(() -> Ledger.read(ledger)
                                .takenBetween(since, Instant.MAX)
                                .where(Ledger.Line::ok)
                                .size()
                        >= SOME);
    }

    @Test
    void a_heartbeat_is_answered_with_the_time() {
        var gate = gates.get(0);

        assertThat(answers(gate, gate, "heartbeats", "{\"clock\":\"%s\"}".formatted(Instant.now())))
                .isEqualTo(202);
    }

    @Test
    void a_device_speaks_on_its_own_topics_only() {
        assertThat(answers(gates.get(1), gates.get(0), "readings", "{}")).isEqualTo(401);
    }

    /** The status of the answer to a message on one device's topic with one device's key. */
    private static int answers(Gate topicOf, Gate keyOf, String what, String content) {
        Queue<Mqtt5Publish> answers = new ConcurrentLinkedQueue<>();
        var client = MqttClients.connected("gateway-" + UUID.randomUUID(), broker.port());
        try {
            client.subscribeWith()
                    .topicFilter(topic(topicOf, "answers/once"))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(answers::add)
                    .send()
                    .join();
            client.publish(Mqtt5Publish.builder()
                            .topic(topic(topicOf, what))
                            .payload(content.getBytes(StandardCharsets.UTF_8))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .responseTopic(topic(topicOf, "answers/once"))
                            .messageExpiryInterval(30)
                            .userProperties()
                            .add("key", keyOf.key())
                            .applyUserProperties()
                            .build())
                    .join();
            await().atMost(SOON).until(() -> !answers.isEmpty());
            return MqttClients.status(answers.remove());
        } finally {
            MqttClients.end(client);
        }
    }
}
