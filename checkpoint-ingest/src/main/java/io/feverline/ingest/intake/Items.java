package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the items of a batch without looking inside them, so that a bad one cannot spoil its neighbours.
 */
public final class Items {
    private static final JsonFactory JSON = new JsonFactory();

    private Items() {}

    /** A part of the request's body, not copied. */
    public static final class Slice {
        final byte[] body;
        final int offset;
        final int length;

        private Slice(byte[] body, int offset, int length) {
            this.body = body;
            this.offset = offset;
            this.length = length;
        }
    }

    /** The whole body as one item. */
    public static Slice whole(byte[] body) {
        return new Slice(body, 0, body.length);
    }

    /**
     * The items of a JSON array.
     *
     * @throws Rejected if the body is no well-formed array: where it ends is then not known, so nothing is taken
     */
    public static List<Slice> ofArray(byte[] body) throws Rejected {
        var items = new ArrayList<Slice>();
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Rejected(Reason.MALFORMED_JSON, "批次须为 JSON 数组 / a batch is a JSON array of readings");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // A string's or a number's end is known only when it has been read.
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                items.add(new Slice(body, from, to - from));
            }
            if (parser.nextToken() != null) {
                throw new Rejected(Reason.MALFORMED_JSON, "数组之后还有内容 / something follows the array");
            }
        } catch (IOException e) {
            throw new Rejected(Reason.MALFORMED_JSON, "批次不是完整的 JSON / the batch is not well-formed JSON");
        }
        return items;
    }

    /** The lines that are not blank. */
    public static List<Slice> ofLines(byte[] body) {
        var items = new ArrayList<Slice>();
        int from = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (!blank(body, from, i)) {
                    items.add(new Slice(body, from, i - from));
                }
                from = i + 1;
            }
        }
        return items;
    }

    private static boolean blank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
