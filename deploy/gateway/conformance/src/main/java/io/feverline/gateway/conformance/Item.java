package io.feverline.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One reading as it was sent.
 *
 * @param text its bytes, as text
 * @param json what they say
 */
record Item(String text, JsonNode json) {

    String id() {
        return json.path("id").asText();
    }

    /**
     * What makes it this reading and no other, whatever its id: its place in the device's count, or all that it says.
     */
    String fingerprint() {
        if (json.path("seq").isIntegralNumber()) {
            return json.path("bootId").asText() + '/' + json.path("seq").asText();
        }
        return json instanceof ObjectNode object
                ? object.deepCopy().without("id").toString()
                : json.toString();
    }

    /** Ms since 1970; null when it does not say when, or leaves out the offset. */
    @Nullable
    Long measuredAt() {
        try {
            return OffsetDateTime.parse(json.path("measuredAt").asText())
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Item[" + id() + "]";
    }
}
