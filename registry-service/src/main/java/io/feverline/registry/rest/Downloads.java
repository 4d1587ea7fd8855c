package io.feverline.registry.rest;

import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.export.HistoryExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Histories as files that are downloaded. */
@ApplicationScoped
public class Downloads {
    /** Longer than the database takes to find out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HistoryExport export;
    private final Attachments attachments;

    Downloads(HistoryExport export, Attachments attachments) {
        this.export = export;
        this.attachments = attachments;
    }

    /**
     * Answers with a file of the first format that is acceptable. Blocks, as the answer does that is streamed
     * afterwards.
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
        return attachments.of("passages-" + order.subject(), format, out -> extract.write(format, out));
    }
}
