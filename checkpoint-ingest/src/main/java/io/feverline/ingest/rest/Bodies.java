package io.feverline.ingest.rest;

import io.feverline.ingest.intake.Body;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a request's headers say of its body. */
public final class Bodies {
    private Bodies() {}

    /** What the body is said to be; JSON when nothing is said. */
    static MediaType type(RoutingContext http) {
        String sent = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return sent == null || sent.equals(MediaType.APPLICATION_JSON)
                ? MediaType.APPLICATION_JSON_TYPE
                : MediaType.valueOf(sent);
    }

    /** Whether it is said to be this. */
    static boolean areOf(MediaType type, RoutingContext http) {
        return are(type, type(http));
    }

    /** Whether both are the same, whatever their parameters. */
    public static boolean are(MediaType type, MediaType sent) {
        return type.getType().equalsIgnoreCase(sent.getType())
                && type.getSubtype().equalsIgnoreCase(sent.getSubtype());
    }

    /** A header's value; of one that came several times, all of them as a list. */
    static @Nullable String all(String header, RoutingContext http) {
        var values = http.request().headers().getAll(header);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Opens a request's body, after its encoding, if its characters are UTF-8. */
    static Body open(RoutingContext http, InputStream sent, MemorySize most) throws Rejected, IOException {
        return open(sent, type(http), all(HttpHeaders.CONTENT_ENCODING, http), most);
    }

    /** Opens a body, after its encoding, if its characters are UTF-8. */
    public static Body open(InputStream sent, MediaType type, @Nullable String encoding, MemorySize most)
            throws Rejected, IOException {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new Rejected(Reason.CHARSET, "请用 UTF-8 发送 / send UTF-8");
        }
        return Body.open(sent, encoding, most.asLongValue());
    }
}
