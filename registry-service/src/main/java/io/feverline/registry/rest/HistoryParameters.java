package io.feverline.registry.rest;

import io.feverline.registry.access.Actor;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.HistoryQuery;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a history. */
public class HistoryParameters {
    @RestQuery
    @Parameter(description = "RFC 3339, inclusive")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "RFC 3339, exclusive")
    @Nullable
    String to;

    @RestQuery
    @Parameter(description = "next of the page before")
    @Nullable
    String cursor;

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    int limit;

    HistoryQuery query(UUID subject, Actor reader) {
        return new HistoryQuery(
                subject,
                reader,
                Times.parse(from),
                Times.parse(to),
                cursor == null ? null : HistoryCursor.parse(cursor),
                limit);
    }
}
