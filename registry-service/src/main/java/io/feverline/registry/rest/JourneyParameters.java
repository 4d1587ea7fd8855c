package io.feverline.registry.rest;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of journeys. */
public class JourneyParameters {
    @RestQuery
    @Parameter(description = "RFC 3339, inclusive; default: 14 days before to, or as configured")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "RFC 3339, exclusive; default: now")
    @Nullable
    String to;
}
