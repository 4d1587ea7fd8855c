package io.feverline.registry.rest;

import io.feverline.registry.export.ExportFormat;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Files that are sent while they are written, and that nobody keeps. */
@ApplicationScoped
public class Attachments {
    private final RoutingContext http;

    Attachments(RoutingContext http) {
        this.http = http;
    }

    /**
     * Answers with a file. When its content fails on the way, the connection ends before the file does, so that nobody
     * takes the part for the whole.
     *
     * @param name without its ending
     * @param content blocks
     */
    Response of(String name, ExportFormat format, StreamingOutput content) {
        return Response.ok(whole(content))
                .type(type(format))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, format.extension()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static MediaType type(ExportFormat format) {
        var type = MediaType.valueOf(format.mediaType());
        return format == ExportFormat.CSV ? type.withCharset(StandardCharsets.UTF_8.name()) : type;
    }

    private StreamingOutput whole(StreamingOutput content) {
        HttpServerResponse answer = http.response();
        var over = new CompletableFuture<Void>();
        http.addEndHandler(ended -> over.complete(null));
        return out -> {
            try {
                content.write(out);
                out.close();
            } catch (IOException | RuntimeException e) {
                if (answer.headWritten()) {
                    answer.reset();
                    // Over HTTP/1.1 a reset waits for what is still to be sent, and the problem that what is thrown
                    // becomes would end the answer in good order meanwhile.
                    over.join();
                }
                throw e;
            }
        };
    }
}
