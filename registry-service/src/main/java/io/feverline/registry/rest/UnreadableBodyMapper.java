package io.feverline.registry.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** A body that is JSON of another form than the documented one. */
@Provider
@Priority(1)
public class UnreadableBodyMapper extends ExceptionMapperBase<MismatchedInputException> {
    @Override
    protected HttpProblem toProblem(MismatchedInputException e) {
        return HttpProblem.valueOf(Status.BAD_REQUEST, Problems.UNREADABLE_BODY);
    }
}
