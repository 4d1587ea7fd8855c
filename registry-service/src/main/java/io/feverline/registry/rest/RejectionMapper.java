package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** What is refused, as a problem. */
@Provider
public class RejectionMapper extends ExceptionMapperBase<Rejection> {
    @Override
    protected HttpProblem toProblem(Rejection rejection) {
        return HttpProblem.builder()
                .withType(URI.create(Problems.TYPE + Names.of(rejection.reason())))
                .withStatus(status(rejection.reason()))
                .withTitle(title(rejection.reason()))
                .withDetail(rejection.getMessage())
                .build();
    }

    private static Status status(Rejection.Reason reason) {
        return switch (reason) {
            case ALREADY_EXISTS, IDENTITY_UNAVAILABLE -> Status.CONFLICT;
            case AREA_OUTSIDE -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            case UNKNOWN_AREA, UNKNOWN_CHECKPOINT, UNREADABLE_CSV, UNREADABLE_CURSOR, UNREADABLE_TIME ->
                Status.BAD_REQUEST;
        };
    }

    private static String title(Rejection.Reason reason) {
        return switch (reason) {
            case ALREADY_EXISTS -> "Already registered";
            case AREA_OUTSIDE -> "Outside your area";
            case IDENTITY_UNAVAILABLE -> "Identity not available";
            case NOT_FOUND -> "Not found";
            case UNKNOWN_AREA -> "Unknown area";
            case UNKNOWN_CHECKPOINT -> "Unknown checkpoint";
            case UNREADABLE_CSV -> "Not a readable CSV document";
            case UNREADABLE_CURSOR -> "Not a cursor";
            case UNREADABLE_TIME -> "Not a time";
        };
    }
}
