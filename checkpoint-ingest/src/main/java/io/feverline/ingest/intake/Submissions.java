package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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

/** Reads one submission, a reading or a heartbeat, strictly: no guessing at types, no unknown and no repeated members. */
final class Submissions {
    /** A reading in an envelope has three levels. */
    static final int DEPTH = 8;

    /** Characters of a text; the longest that a rule admits has 128. */
    static final int TEXT = 4096;

    /** Digits of a number, so that nobody's big decimal is computed: a double prints 20 at most. */
    static final int NUMBER = 64;

    /** Characters of a member's name; the longest that is known has 15. */
    static final int NAME = 64;

    /** For whatever comes from outside; how long an item is as a whole is bounded before. */
    static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .maxNumberLength(NUMBER)
                    .maxNameLength(NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(STRICT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final ObjectReader READING = MAPPER.readerFor(Submission.class);
    private static final ObjectReader HEARTBEAT = MAPPER.readerFor(HeartbeatSubmission.class);

    private Submissions() {}

    /** See {@link Format#read}. */
    static Submission read(Items.Slice item) throws Rejected {
        return read(READING, Submission.class, item);
    }

    /** The heartbeat in an item; like {@link #read}. */
    static HeartbeatSubmission readHeartbeat(Items.Slice item) throws Rejected {
        return read(HEARTBEAT, HeartbeatSubmission.class, item);
    }

    private static <T> T read(ObjectReader reader, Class<T> type, Items.Slice item) throws Rejected {
        item.requireText();
        try {
            T submission = reader.readValue(item.body, item.offset, item.length, type);
            if (submission == null) {
                throw noObject();
            }
            return submission;
        } catch (UnrecognizedPropertyException e) {
            throw new Rejected(
                    Reason.UNKNOWN_MEMBER, "有未知字段，可用 / unknown member; known are " + e.getKnownPropertyIds());
        } catch (JsonMappingException e) {
            // Jackson wraps what the parser found inside an object.
            if (e.getCause() instanceof JsonProcessingException found && !(found instanceof InputCoercionException)) {
                throw unreadable(found);
            }
            String path = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .collect(Collectors.joining("/"));
            throw path.isEmpty() ? noObject() : new Rejected(Reason.MEMBER_TYPE, path + " 类型不对 / has the wrong type");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What Jackson's parser found, in the contract's words. */
    static Rejected unreadable(IOException found) {
        if (found instanceof StreamConstraintsException) {
            return new Rejected(
                    Reason.JSON_LIMIT,
                    "最多 " + DEPTH + " 层，数字 " + NUMBER + " 位，文本 " + TEXT + "、字段名 " + NAME + " 个字符 / at most " + DEPTH
                            + " levels, numbers of " + NUMBER + " digits, texts of " + TEXT + ", names of " + NAME
                            + " characters");
        }
        // The parser has no exception of its own for this one.
        if (found instanceof JsonProcessingException e && e.getOriginalMessage().startsWith("Duplicate ")) {
            return new Rejected(Reason.DUPLICATE_MEMBER, "同一对象中有字段出现两次 / a member appears twice in one object");
        }
        return new Rejected(
                Reason.MALFORMED_JSON, "不是完整的 JSON；NaN 和 Infinity 也不是 / not well-formed; NaN and Infinity are no JSON");
    }

    private static Rejected noObject() {
        return new Rejected(Reason.MEMBER_TYPE, "须为一个 JSON 对象 / must be one JSON object");
    }
}
