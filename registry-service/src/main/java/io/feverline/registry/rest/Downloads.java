package io.feverline.registry.rest;

import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.export.HistoryExport;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Histories as files that are downloaded. */
@ApplicationScoped
public class Downloads {
    /** Longer than the database takes to find out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HistoryExport export;
    private final RoutingContext http;

    Downloads(HistoryExport export, RoutingContext http) {
        this.export = export;
        this.http = http;
    }

    /**
     * Answers with a file of the first format that is acceptable. Blocks, as the answer does that is streamed
     * afterwards: when that fails, the connection ends before the file does.
     *
     * @param acceptable the caller's media types, the best first
     */
    Response of(HistoryExport.Order order, List<MediaType> acceptable) {
        return of(
                order,
                acceptable.stream()
                        .flatMap(type -> Stream.of(ExportFormat.values())
                                .filter(each -> type.isCompatible(MediaType.valueOf(each.mediaType()))))
                        .findFirst()
                        .orElseThrow(NotAcceptableException::new));
    }

    /** The same of a format; blocks too. */
    public Response of(HistoryExport.Order order, ExportFormat format) {
        var extract = export.prepare(order).await().atMost(PATIENCE);
        String file = "passages-%s.%s".formatted(order.subject(), format.extension());
        HttpServerResponse answer = http.response();
        var over = new CompletableFuture<Void>();
        http.addEndHandler(ended -> over.complete(null));
        StreamingOutput content = out -> {
            try {
                extract.write(format, out);
                out.close();
            } catch (IOException | RuntimeException e) {
                if (answer.headWritten()) {
                    answer.reset();
                    // What is thrown is told by a problem that ends the answer in good order, while it can.
                    over.completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join();
                }
                throw e;
            }
        };
        return Response.ok(content)
                .type(type(format))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static MediaType type(ExportFormat format) {
        var type = MediaType.valueOf(format.mediaType());
        return format == ExportFormat.CSV ? type.withCharset(StandardCharsets.UTF_8.name()) : type;
    }
}
