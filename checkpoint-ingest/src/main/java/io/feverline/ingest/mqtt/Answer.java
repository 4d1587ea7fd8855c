package io.feverline.ingest.mqtt;

import io.feverline.ingest.rest.Problem;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, in the words of the HTTP API.
 *
 * @param status HTTP's
 * @param document what HTTP would have answered
 * @param retryAfter seconds before it makes sense to send the message again
 */
record Answer(
        int status, String type, Object document, @Nullable Long retryAfter) {
    /** It was taken; a batch's items may each have a problem. */
    static Answer taken(int status, Object receipt) {
        return new Answer(status, MediaType.APPLICATION_JSON, receipt, null);
    }

    /** Nothing of it was. */
    static Answer refused(Problem problem) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE, problem, null);
    }

    /** Nothing of it was, or nobody knows. */
    static Answer later(Problem problem, long seconds) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE, problem, seconds);
    }
}
