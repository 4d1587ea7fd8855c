package io.feverline.registry.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Two who register or change the same thing at the same moment: the second hears of the conflict. */
@Provider
public class ConflictMapper extends ExceptionMapperBase<PersistenceException> {
    @Override
    protected HttpProblem toProblem(PersistenceException e) {
        boolean conflict = e instanceof jakarta.persistence.OptimisticLockException
                || e instanceof org.hibernate.exception.ConstraintViolationException;
        return conflict
                ? HttpProblem.valueOf(Status.CONFLICT, "他人刚刚修改过 / somebody else has changed it at the same time")
                : HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
    }
}
