package io.feverline.gateway.conformance;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What the door does about a request.
 *
 * @param step of the script
 * @param status 0: hangs up without a word
 * @param retryAfter seconds; 0: does not say
 * @param delay before it answers
 * @param verdicts one per reading
 * @param restFrom of a batch: from which reading on nothing was looked at
 */
record Answer(Step step, int status, int retryAfter, Duration delay, List<Verdict> verdicts, int restFrom) {

    /** The same for all readings of a request. */
    static Answer of(Step step, int status, Request request, Verdict verdict) {
        int count = request.items().size();
        return new Answer(step, status, 0, Duration.ZERO, Collections.nCopies(count, verdict), count);
    }

    Answer retryAfter(Duration wait) {
        return new Answer(step, status, (int) wait.toSeconds(), delay, verdicts, restFrom);
    }

    Answer after(Duration wait) {
        return new Answer(step, status, retryAfter, wait, verdicts, restFrom);
    }

    /** The gateway had hung up before it was told. */
    Answer unheard() {
        return new Answer(step, 0, 0, delay, Collections.nCopies(verdicts.size(), Verdict.OPEN), restFrom);
    }
}
