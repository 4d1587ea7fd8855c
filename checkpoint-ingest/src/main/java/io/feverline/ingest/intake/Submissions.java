package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feverline.ingest.heartbeat.HeartbeatSubmission;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads one submission, strictly: no guessing at types, no unknown and no repeated members. */
public final class Submissions {
    private static final int DEPTH = 8;
    private static final int TEXT = 4096;
    private static final String NO_OBJECT = "须为一个 JSON 对象 / must be one JSON object";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final ObjectReader READING = MAPPER.readerFor(Submission.class);
    private static final ObjectReader HEARTBEAT = MAPPER.readerFor(HeartbeatSubmission.class);

    private Submissions() {}

    /**
     * The submission in a slice.
     *
     * @throws Rejected if it is none; the detail names members, never their values
     */
    public static Submission read(Items.Slice item) throws Rejected {
        return read(READING, Submission.class, item);
    }

    /**
     * The heartbeat in a slice.
     *
     * @throws Rejected if it is none; the detail names members, never their values
     */
    public static HeartbeatSubmission readHeartbeat(Items.Slice item) throws Rejected {
        return read(HEARTBEAT, HeartbeatSubmission.class, item);
    }

    private static <T> T read(ObjectReader reader, Class<T> type, Items.Slice item) throws Rejected {
        try {
            T submission = reader.readValue(item.body, item.offset, item.length, type);
            if (submission == null) {
                throw new Rejected(Reason.MEMBER_TYPE, NO_OBJECT);
            }
            return submission;
        } catch (UnrecognizedPropertyException e) {
            throw new Rejected(
                    Reason.UNKNOWN_MEMBER, "有未知字段，可用 / unknown member; known are " + e.getKnownPropertyIds());
        } catch (JsonParseException e) {
            throw malformed();
        } catch (JsonMappingException e) {
            // Jackson wraps what the parser found inside an object.
            if (e.getCause() instanceof JsonProcessingException) {
                throw malformed();
            }
            String path = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .collect(Collectors.joining("/"));
            throw new Rejected(Reason.MEMBER_TYPE, path.isEmpty() ? NO_OBJECT : path + " 类型不对 / has the wrong type");
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static Rejected malformed() {
        return new Rejected(
                Reason.MALFORMED_JSON,
                "不是完整的 JSON，或有重复字段，或太深太长 / not well-formed, a repeated member, too deep or too long");
    }
}
