package io.feverline.registry.rest;

import io.feverline.registry.access.Actor;
import io.feverline.registry.export.HistoryExport;
import io.feverline.registry.passage.PassageHistory;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an export. */
public class ExportParameters {
    @RestQuery
    @Parameter(description = "RFC 3339, inclusive; by default 14 days before to, or before now")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "RFC 3339, exclusive")
    @Nullable
    String to;

    HistoryExport.Order order(PassageHistory.Of of, UUID subject, Actor reader) {
        return new HistoryExport.Order(of, subject, reader, Times.parse(from), Times.parse(to));
    }
}
