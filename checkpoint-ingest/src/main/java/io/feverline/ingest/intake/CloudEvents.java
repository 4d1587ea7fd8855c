package io.feverline.ingest.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission from a CloudEvent 1.0 in structured mode (JSON format 1.0). The envelope's tokens are walked over
 * and {@code data} is read where it lies, under the same limits as a bare reading; the CloudEvents SDK would make a
 * tree of it, write that as bytes and leave limits and repeated members to its caller.
 */
final class CloudEvents {
    /** The only type that this door takes. */
    static final String TYPE = "io.feverline.reading.v1";

    private @Nullable String specversion;
    private @Nullable String type;
    private @Nullable String source;
    private @Nullable String id;
    private @Nullable String contentType;
    private Items.@Nullable Slice data;

    private CloudEvents() {}

    /** See {@link Format#read}; the envelope's id is the reading's if that has none. */
    static Submission read(Items.Slice item) throws Rejected {
        item.requireText();
        var envelope = new CloudEvents();
        try (var parser = StrictJson.WITHOUT_REPETITION.createParser(item.body, item.offset, item.length)) {
            envelope.walk(parser, item);
        } catch (IOException e) {
            throw StrictJson.unreadable(e);
        }
        return envelope.submission();
    }

    private void walk(JsonParser parser, Items.Slice item) throws IOException, Rejected {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw invalid("CloudEvent 须为一个 JSON 对象 / a CloudEvent is one JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "specversion" -> specversion = text(name, parser);
                case "type" -> type = text(name, parser);
                case "source" -> source = text(name, parser);
                case "id" -> id = text(name, parser);
                case "datacontenttype" -> contentType = text(name, parser);
                case "data" -> data = value(parser, item);
                case "data_base64" -> throw invalid("读数放在 data 中 / the reading goes into data, as JSON");
                // Time, subject and whatever others extend the envelope with say nothing of the reading.
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw invalid("CloudEvent 之后还有内容 / something follows the CloudEvent");
        }
    }

    private Submission submission() throws Rejected {
        if (!"1.0".equals(specversion)) {
            throw invalid("specversion 须为 1.0 / specversion must be 1.0");
        }
        if (!TYPE.equals(type)) {
            throw invalid("type 须为 " + TYPE + " / type must be " + TYPE);
        }
        if (source == null || source.isEmpty()) {
            throw invalid("缺少 source / source is missing");
        }
        if (id == null || id.isEmpty()) {
            throw invalid("缺少 id / id is missing");
        }
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw invalid("datacontenttype 须为 application/json / datacontenttype must be application/json");
        }
        if (data == null) {
            throw invalid("缺少 data / data is missing");
        }
        return Submissions.read(data).orIdentifiedBy(id);
    }

    private static String text(String attribute, JsonParser parser) throws IOException, Rejected {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw invalid(attribute + " 须为文本 / must be a text");
        }
        return parser.getText();
    }

    private static Items.Slice value(JsonParser parser, Items.Slice item) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return item.part(from, parser.currentLocation().getByteOffset());
    }

    private static Rejected invalid(String detail) {
        return new Rejected(Reason.ENVELOPE_INVALID, detail);
    }
}
