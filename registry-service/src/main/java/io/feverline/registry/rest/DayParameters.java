package io.feverline.registry.rest;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.access.Actor;
import io.feverline.registry.report.DayQuery;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of one day's reports. */
public class DayParameters {
    @RestQuery
    @Parameter(description = "such as 2020-01-26: the day that the shifts begin on", required = true)
    @Nullable
    String day;

    @RestQuery
    @Parameter(description = "area code; only what lies in it")
    @Nullable
    String area;

    @RestQuery
    @Parameter(description = "next of the page before")
    @Nullable
    String cursor;

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    int limit;

    DayQuery query(Actor reader) {
        return new DayQuery(
                reader,
                Times.day(day),
                area == null ? reader.scope() : AreaScope.of(area),
                IdCursor.parse(cursor),
                limit);
    }
}
