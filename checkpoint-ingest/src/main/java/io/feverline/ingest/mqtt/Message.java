package io.feverline.ingest.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway published.
 *
 * @param payload an array's whole
 * @param type its content type, JSON when nothing is said
 * @param encoding as HTTP's Content-Encoding
 * @param key of the device
 * @param expires in so many seconds, when it does at all
 */
record Message(
        String topic,
        ByteBuffer payload,
        @Nullable String type,
        @Nullable String encoding,
        @Nullable String key,
        @Nullable Long expires) {
    /** The user property that the device's key comes in. */
    static final String KEY = "key";

    /** The user property that says how the payload is packed. */
    static final String ENCODING = "content-encoding";

    static Message of(Mqtt5Publish publish) {
        var expiry = publish.getMessageExpiryInterval();
        return new Message(
                publish.getTopic().toString(),
                ByteBuffer.wrap(publish.getPayloadAsBytes()),
                publish.getContentType().map(MqttUtf8String::toString).orElse(null),
                property(ENCODING, publish),
                property(KEY, publish),
                expiry.isPresent() ? expiry.getAsLong() : null);
    }

    private static @Nullable String property(String name, Mqtt5Publish publish) {
        return publish.getUserProperties().asList().stream()
                .filter(property -> property.getName().toString().equals(name))
                .map(property -> property.getValue().toString())
                .findFirst()
                .orElse(null);
    }

    /** Without the key, and without what was measured. */
    @Override
    public String toString() {
        return "Message[" + payload.capacity() + " bytes]";
    }
}
