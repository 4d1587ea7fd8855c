package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object from outside, member by member: none that is unknown, none twice, each of its type or null. Jackson's
 * binding says the same of an object, by reflection and a hash set each; a reading passes here often enough to be read
 * by hand.
 */
final class StrictJson {
    /** A reading in an envelope has three levels. */
    static final int DEPTH = 8;

    /** Characters of a text; the longest that a rule admits has 128. */
    static final int TEXT = 4096;

    /** Digits of a number, so that nobody's big decimal is computed: a double prints 20 at most. */
    static final int NUMBER = 64;

    /** Characters of a member's name; the longest that is known has 15. */
    static final int NAME = 64;

    /** For whatever comes from outside; how long an item is as a whole is bounded before. */
    static final JsonFactory FACTORY = factory(false);

    /** The same, for objects whose members nobody knows beforehand. */
    static final JsonFactory WITHOUT_REPETITION = factory(true);

    private final JsonParser json;
    private final String path;
    private final Known known;
    private int seen;

    private StrictJson(JsonParser json, String path, Known known) {
        this.json = json;
        this.path = path;
        this.known = known;
    }

    private static JsonFactory factory(boolean detectRepetition) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(TEXT)
                        .maxNumberLength(NUMBER)
                        .maxNameLength(NAME)
                        .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, detectRepetition)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** The members that an object may have: 32 at most. */
    static final class Known {
        private final List<String> names;

        private Known(List<String> names) {
            this.names = names;
        }

        /** Those of a record. */
        static Known of(Class<? extends Record> shape) {
            return new Known(Arrays.stream(shape.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList());
        }

        private int bit(String name) throws Rejected {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equals(name)) {
                    return 1 << i;
                }
            }
            throw new Rejected(Reason.UNKNOWN_MEMBER, "有未知字段，可用 / unknown member; known are " + names);
        }
    }

    /** What reads an object into something. */
    interface Shape<T> {
        T read(StrictJson object) throws IOException, Rejected;
    }

    /**
     * The one object in an item.
     *
     * @throws Rejected if there is something else, or it breaks a rule; the detail names members, never their values
     */
    static <T> T read(Items.Slice item, Known known, Shape<T> shape) throws Rejected {
        item.requireText();
        try (var json = FACTORY.createParser(item.body, item.offset, item.length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw noObject();
            }
            T read = shape.read(new StrictJson(json, "", known));
            if (json.nextToken() != null) {
                throw noObject();
            }
            return read;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The next member's name, its value being the one that the other methods read; null when there is none left. */
    @Nullable
    String next() throws IOException, Rejected {
        String name = json.nextFieldName();
        if (name != null) {
            int bit = known.bit(name);
            if ((seen & bit) != 0) {
                throw duplicate();
            }
            seen |= bit;
            json.nextToken();
        }
        return name;
    }

    /** A text. */
    @Nullable
    String text() throws IOException, Rejected {
        return is(JsonToken.VALUE_STRING) ? json.getText() : null;
    }

    /** A number, written as an integer or not. */
    @Nullable
    Double number() throws IOException, Rejected {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT || is(JsonToken.VALUE_NUMBER_FLOAT)
                ? json.getDoubleValue()
                : null;
    }

    /** An integer of 64 bits. */
    @Nullable
    Long integer() throws IOException, Rejected {
        try {
            return is(JsonToken.VALUE_NUMBER_INT) ? json.getLongValue() : null;
        } catch (InputCoercionException e) {
            throw wrongType();
        }
    }

    /** An integer of 32 bits. */
    @Nullable
    Integer smallInteger() throws IOException, Rejected {
        try {
            return is(JsonToken.VALUE_NUMBER_INT) ? json.getIntValue() : null;
        } catch (InputCoercionException e) {
            throw wrongType();
        }
    }

    /** A truth value. */
    @Nullable
    Boolean truth() throws Rejected {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        return is(JsonToken.VALUE_FALSE) ? false : null;
    }

    /** An object. */
    <T> @Nullable T object(String name, Known members, Shape<T> shape) throws IOException, Rejected {
        return is(JsonToken.START_OBJECT) ? shape.read(new StrictJson(json, path + name + '/', members)) : null;
    }

    /** Whether the value is of this kind and not null. */
    private boolean is(JsonToken kind) throws Rejected {
        if (json.currentToken() == kind) {
            return true;
        }
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        throw wrongType();
    }

    private Rejected wrongType() {
        return new Rejected(Reason.MEMBER_TYPE, path + name() + " 类型不对 / has the wrong type");
    }

    private String name() {
        try {
            return json.currentName();
        } catch (IOException e) {
            throw new UncheckedIOException("a name that was read is there", e);
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
            return duplicate();
        }
        return new Rejected(
                Reason.MALFORMED_JSON, "不是完整的 JSON；NaN 和 Infinity 也不是 / not well-formed; NaN and Infinity are no JSON");
    }

    private static Rejected duplicate() {
        return new Rejected(Reason.DUPLICATE_MEMBER, "同一对象中有字段出现两次 / a member appears twice in one object");
    }

    private static Rejected noObject() {
        return new Rejected(Reason.MEMBER_TYPE, "须为一个 JSON 对象 / must be one JSON object");
    }
}
