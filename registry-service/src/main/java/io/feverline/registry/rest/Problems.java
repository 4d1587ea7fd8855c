package io.feverline.registry.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** What all problems have: a type of ours, and no word that came in with the request, also not in the log. */
@ApplicationScoped
public class Problems implements ProblemPostProcessor {
    static final String TYPE = "urn:feverline:problem:";
    static final String UNREADABLE_BODY = "The body is not JSON of the documented form.";

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        var typed = HttpProblem.builder(problem).withType(URI.create(TYPE + slug(problem.getStatusCode())));
        if (context.cause instanceof JacksonException) {
            typed.withDetail(UNREADABLE_BODY);
        }
        return typed.build();
    }

    /** Before the library logs the problem. */
    @Override
    public int priority() {
        return 1_000;
    }

    private static String slug(int status) {
        return switch (status) {
            case 400 -> "invalid-request";
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 503 -> "unavailable";
            default -> status < 500 ? "invalid-request" : "internal-error";
        };
    }
}
