package io.feverline.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final String TOPIC = "feverline/v1/devices/gate-1/readings";

    private static Mqtt5PublishBuilder.Complete published() {
        return Mqtt5Publish.builder().topic(TOPIC).payload("36.6".getBytes(UTF_8));
    }

    @Test
    void what_is_not_said_is_not_there() {
        var message = Message.of(published().build());

        assertThat(message.topic()).isEqualTo(TOPIC);
        assertThat(message.payload()).isEqualTo(ByteBuffer.wrap("36.6".getBytes(UTF_8)));
        assertThat(message.type()).isNull();
        assertThat(message.encoding()).isNull();
        assertThat(message.key()).isNull();
        assertThat(message.expires()).isNull();
    }

    @Test
    void key_and_encoding_are_user_properties() {
        var message = Message.of(published()
                .contentType("application/x-ndjson")
                .messageExpiryInterval(30)
                .userProperties()
                .add("other", "one")
                .add("key", "flk_1")
                .add("content-encoding", "gzip")
                .applyUserProperties()
                .build());

        assertThat(message.key()).isEqualTo("flk_1");
        assertThat(message.encoding()).isEqualTo("gzip");
        assertThat(message.type()).isEqualTo("application/x-ndjson");
        assertThat(message.expires()).isEqualTo(30);
    }

    @Test
    void of_several_keys_the_first_counts() {
        var message = Message.of(published()
                .userProperties()
                .add("key", "flk_1")
                .add("key", "flk_2")
                .applyUserProperties()
                .build());

        assertThat(message.key()).isEqualTo("flk_1");
    }

    @Test
    void neither_key_nor_content_gets_into_a_log() {
        var message = new Message(TOPIC, ByteBuffer.wrap("secret".getBytes(UTF_8)), null, null, "flk_1", null);

        assertThat(message).hasToString("Message[6 bytes]");
    }
}
