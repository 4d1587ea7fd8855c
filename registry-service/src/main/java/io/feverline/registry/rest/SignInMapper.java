package io.feverline.registry.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * No token, or one that does not hold. The library's own mappers of these two ask an older Quarkus for the challenge
 * and fail; here it is always the same.
 */
abstract class SignInMapper<E extends SecurityException> extends ExceptionMapperBase<E> {
    @Override
    protected HttpProblem toProblem(E e) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** No token. */
    @Provider
    @Priority(1)
    public static class Absent extends SignInMapper<UnauthorizedException> {}

    /** A token that is forged, out of date, or for somebody else. */
    @Provider
    @Priority(1)
    public static class Refused extends SignInMapper<AuthenticationFailedException> {}
}
