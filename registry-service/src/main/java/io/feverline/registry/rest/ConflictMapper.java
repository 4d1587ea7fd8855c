package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;

/** Two who register or change the same thing at the same moment: the second hears that it has changed. */
@Provider
public class ConflictMapper extends ExceptionMapperBase<PersistenceException> {
    @Override
    protected HttpProblem toProblem(PersistenceException e) {
        if (e instanceof OptimisticLockException || e instanceof StaleStateException) {
            return RejectionMapper.problem(Rejection.changed(null));
        }
        return e instanceof ConstraintViolationException
                ? HttpProblem.valueOf(Status.CONFLICT, "他人刚刚修改过 / somebody else has changed it at the same time")
                : HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
    }
}
