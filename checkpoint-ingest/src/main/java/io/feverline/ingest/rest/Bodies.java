package io.feverline.ingest.rest;

import io.feverline.ingest.intake.Body;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a request's headers say of its body. */
final class Bodies {
    private Bodies() {}

    /** Opens a request's body, after its encoding, if its characters are UTF-8. */
    static Body open(ContainerRequestContext request, InputStream sent, MemorySize most) throws Rejected, IOException {
        var type = request.getMediaType();
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new Rejected(Reason.CHARSET, "请用 UTF-8 发送 / send UTF-8");
        }
        return Body.open(sent, request.getHeaderString(HttpHeaders.CONTENT_ENCODING), most.asLongValue());
    }
}
