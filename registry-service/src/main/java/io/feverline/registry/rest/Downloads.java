package io.feverline.registry.rest;

import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.export.HistoryExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Histories as files that are downloaded. */
@ApplicationScoped
public class Downloads {
    /** Longer than the database takes to find out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HistoryExport export;

    Downloads(HistoryExport export) {
        this.export = export;
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
        StreamingOutput content = out -> {
            extract.write(format, out);
            out.close(); // not when it fails: closed, it would look whole
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
