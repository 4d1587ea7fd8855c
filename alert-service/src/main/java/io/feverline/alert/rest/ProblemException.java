package io.feverline.alert.rest;

import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable String entityTag;

    ProblemException(Problem problem) {
        this(problem, null);
    }

    /** @param entityTag of what was asked for, as it is now */
    ProblemException(Problem problem, @Nullable String entityTag) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.entityTag = entityTag;
    }

    Problem problem() {
        return problem;
    }

    @Nullable
    String entityTag() {
        return entityTag;
    }
}
