package io.feverline.systemtests;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gateways' ends of MQTT connections. */
final class MqttClients {
    private static final Logger LOG = Logger.getLogger(MqttClients.class.getName());

    private MqttClients() {}

    /** One that comes back when the broker does, to the session that it had. */
    static Mqtt5AsyncClient connected(String id, int port) {
        var client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(200, TimeUnit.MILLISECONDS)
                .maxDelay(1, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(TimeUnit.HOURS.toSeconds(1))
                .send()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        return client;
    }

    /** The status of an answer, as HTTP has it. */
    static int status(Mqtt5Publish answer) {
        return answer.getUserProperties().asList().stream()
                .filter(property -> property.getName().toString().equals("status"))
                .map(property -> Integer.parseInt(property.getValue().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether somebody subscribed to a topic, which the broker tells whoever publishes there. */
    static boolean hasReader(Mqtt5AsyncClient client, String topic) {
        return acknowledged(
                client.publish(Mqtt5Publish.builder()
                                .topic(topic)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .build())
                        .join(),
                null);
    }

    /** Whether the broker has taken a message that somebody subscribed to. */
    static boolean acknowledged(@Nullable Mqtt5PublishResult result, @Nullable Throwable failure) {
        return failure == null
                && result instanceof Mqtt5PublishResult.Mqtt5Qos1Result qos1
                && qos1.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.SUCCESS;
    }

    static void end(Mqtt5AsyncClient client) {
        try {
            client.disconnect().join();
        } catch (CompletionException e) {
            LOG.log(Level.FINE, "it was not connected", e);
        }
    }
}
