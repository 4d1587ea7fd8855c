package io.feverline.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The little JSON that a gateway writes and reads: objects are maps, arrays are lists, null is absent. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** One line; members that are null are left out. */
    static String write(Map<String, ? extends @Nullable Object> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, object);
        } catch (IOException e) {
            throw new UncheckedIOException("written into memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                if (member.getValue() != null) {
                    json.writeFieldName((String) member.getKey());
                    write(json, member.getValue());
                }
            }
            json.writeEndObject();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * An object, or an empty one when the text is anything else.
     *
     * @throws IOException when it is no JSON
     */
    static Map<?, ?> readObject(byte[] text) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return object(read(json));
        }
    }

    private static @Nullable Object read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Object value = read(json);
                if (value != null) {
                    object.put(name, value);
                }
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(read(json));
            }
            return array;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return json.getBooleanValue();
        }
        return token == null || token == JsonToken.VALUE_NULL ? null : json.getText();
    }

    /** The value as an object; an empty one when it is none. */
    static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    /** The value as an array; an empty one when it is none. */
    static List<?> array(@Nullable Object value) {
        return value instanceof List<?> array ? array : List.of();
    }

    /** The value as an integer. */
    static int integer(@Nullable Object value, int otherwise) {
        return value instanceof Long number && number == number.intValue() ? number.intValue() : otherwise;
    }

    /** The value as a text; an empty one when it is none. */
    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
