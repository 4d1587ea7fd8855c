package io.feverline.alert.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.feverline.alert.rest.ImportJson.ImportProblemJson;
import io.feverline.registry.events.csv.ImportRefused;
import io.feverline.registry.events.csv.UnreadableCsv;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as a problem; names of exceptions never leave the service. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refused) {
        Problem problem = refused.problem();
        return problem.response(Response.status(problem.status()).header(HttpHeaders.ETAG, refused.entityTag()));
    }

    @ServerExceptionMapper
    Response decided(WebApplicationException decided) {
        Response response = decided.getResponse();
        return response.getStatus() < 400
                ? response
                : Problems.ofStatus(response.getStatus()).response(Response.fromResponse(response));
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException unreadable) {
        String member = unreadable.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .filter(name -> name.matches("[A-Za-z0-9-]{1,40}"))
                .collect(Collectors.joining("/"));
        return Problems.invalidMember(member, "不是所需的类型 / is not of the type that is needed")
                .problem()
                .response();
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableCsv unreadable) {
        return Problems.unreadable(unreadable).response();
    }

    @ServerExceptionMapper
    Response refused(ImportRefused refused) {
        var problem = ImportProblemJson.of(refused.report());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn() {
        return Problems.notSignedIn().response(Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException forbidden) {
        LOG.debug("a role was missing", forbidden);
        return Problems.notAllowed().response();
    }

    @ServerExceptionMapper
    Response broken(Throwable failure) {
        LOG.error("a request failed", failure);
        return Problems.broken().response();
    }
}
