package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of a batch without looking inside them, so that a bad one cannot spoil its neighbours.
 */
public final class Items {
    /**
     * The array is bounded before it comes here, so its items may hold what they like: each is judged for itself. Only
     * depth costs more than its bytes. Names that nobody will read need not be kept.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Items() {}

    /** A part of the request's body, not copied; or, when that could not be read, why. */
    public static final class Slice {
        private static final byte[] NOTHING = {};

        final byte[] body;
        final int offset;
        final int length;
        private final boolean knownAsText;
        private final @Nullable Rejected unreadable;

        private Slice(byte[] body, int offset, int length, boolean knownAsText, @Nullable Rejected unreadable) {
            this.body = body;
            this.offset = offset;
            this.length = length;
            this.knownAsText = knownAsText;
            this.unreadable = unreadable;
        }

        /**
         * The part of this one from one byte to before another; this one is text, and so is what lies between tokens.
         */
        Slice part(long from, long to) {
            return new Slice(body, offset + (int) from, (int) (to - from), true, null);
        }

        /** Turns away what could not be read, and what is not text. */
        void requireText() throws Rejected {
            if (unreadable != null) {
                throw unreadable;
            }
            if (!knownAsText) {
                Utf8.require(body, offset, length);
            }
        }
    }

    /** The whole body as one item. */
    public static Slice whole(byte[] body) {
        return new Slice(body, 0, body.length, false, null);
    }

    /** An item that is there, and cannot be read. */
    static Slice unreadable(Rejected why) {
        return new Slice(Slice.NOTHING, 0, 0, false, why);
    }

    /**
     * The items of a JSON array.
     *
     * @param most items that it may have
     * @param longest bytes that an item may have
     * @throws Rejected if the body is no well-formed array: where it ends is then not known, so nothing is taken
     */
    public static List<Slice> ofArray(byte[] body, int most, int longest) throws Rejected {
        Slice array = whole(body);
        array.requireText();
        var items = new ArrayList<Slice>();
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Rejected(Reason.MALFORMED_JSON, "批次须为 JSON 数组 / a batch is a JSON array of readings");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (items.size() == most) {
                    throw tooMany(most);
                }
                long from = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // A string's or a number's end is known only when it has been read.
                parser.finishToken();
                long to = parser.currentLocation().getByteOffset();
                items.add(to - from > longest ? unreadable(tooLong(longest)) : array.part(from, to));
            }
            if (parser.nextToken() != null) {
                throw new Rejected(Reason.MALFORMED_JSON, "数组之后还有内容 / something follows the array");
            }
        } catch (StreamConstraintsException e) {
            throw new Rejected(Reason.JSON_LIMIT, "批次嵌套过深 / the batch is nested too deeply");
        } catch (IOException e) {
            throw new Rejected(Reason.MALFORMED_JSON, "批次不是完整的 JSON / the batch is not well-formed JSON");
        }
        return items;
    }

    /** A batch has more items than it may. */
    static Rejected tooMany(int most) {
        return new Rejected(Reason.TOO_MANY_ITEMS, "每批最多 " + most + " 条 / at most " + most + " per batch");
    }

    private static Rejected tooLong(int longest) {
        return new Rejected(Reason.TOO_LARGE, "每条最多 " + longest + " 字节 / an item has at most " + longest + " bytes");
    }

    static boolean blank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
