package io.feverline.gateway.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Decides what the door does, request by request. */
final class Script {

    private static final int SMALLEST_MIXED_BATCH = 3;

    private final Pace pace;
    private final Consumer<Step> progress;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> backlog = new HashSet<>();
    private int next;
    private int calmLeft;
    private long stepBegan;
    private boolean mixed;
    private boolean rested;

    /**
     * At its beginning.
     *
     * @param progress told of each step when it begins
     */
    Script(Pace pace, Consumer<Step> progress) {
        this.pace = pace;
        this.progress = progress;
        this.calmLeft = pace.calmRequests();
    }

    synchronized Answer decide(Request request) {
        Answer answer = answer(request);
        request.items().forEach(item -> seen.add(item.id()));
        return answer;
    }

    private Answer answer(Request request) {
        if (calmLeft > 0) {
            calmLeft--;
            return take(Step.CALM, request);
        }
        Step step = Step.SCRIPT.get(next);
        if (stepBegan == 0) {
            stepBegan = request.arrived();
            progress.accept(step);
        }
        return switch (step) {
            case UNKNOWN -> once(Answer.of(step, 503, request, Verdict.OPEN));
            case BUSY -> once(Answer.of(step, 503, request, Verdict.OPEN).retryAfter(pace.retryAfter()));
            case CUT -> once(Answer.of(step, 0, request, Verdict.OPEN));
            case TORN -> once(Answer.of(step, request.batch() ? 200 : 202, request, Verdict.TORN));
            case QUOTA -> once(Answer.of(step, 429, request, Verdict.OPEN).retryAfter(pace.retryAfter()));
            case REJECT -> reject(request);
            case SLOW -> once(take(step, request).after(pace.slow()));
            case OUTAGE -> outage(request);
            case RETURN -> back(request);
            case CALM, END -> take(step, request);
        };
    }

    private Answer once(Answer answer) {
        next++;
        stepBegan = 0;
        calmLeft = pace.calmRequests();
        return answer;
    }

    /** A batch is not refused whole for one reading: who sends batches only has that item refused. */
    private Answer reject(Request request) {
        return once(
                request.batch()
                        ? batch(Step.REJECT, request, verdicts(request, Verdict.REJECTED, Verdict.ACCEPTED), -1)
                        : Answer.of(Step.REJECT, 422, request, Verdict.REJECTED));
    }

    private Answer outage(Request request) {
        if (request.arrived() - stepBegan < pace.outage().toMillis()) {
            return Answer.of(Step.OUTAGE, 503, request, Verdict.OPEN);
        }
        backlog.addAll(seen);
        next++;
        stepBegan = request.arrived();
        progress.accept(Step.RETURN);
        return back(request);
    }

    private Answer back(Request request) {
        if (request.arrived() - stepBegan >= pace.back().toMillis()) {
            return once(take(Step.CALM, request));
        }
        boolean late = request.items().stream().anyMatch(this::fromBeforeTheReturn);
        Answer answer = take(Step.RETURN, request);
        return late ? answer.after(pace.drag()) : answer;
    }

    private boolean fromBeforeTheReturn(Item item) {
        Long measured = item.measuredAt();
        return backlog.contains(item.id()) || (measured != null && measured < stepBegan);
    }

    private Answer take(Step step, Request request) {
        int count = request.items().size();
        if (!mixed && request.batch() && count >= SMALLEST_MIXED_BATCH) {
            mixed = true;
            return batch(step, request, verdicts(request, Verdict.ACCEPTED, Verdict.REJECTED, Verdict.OPEN), -1);
        }
        if (!rested && request.batch() && count > 1) {
            rested = true;
            return batch(step, request, verdicts(request), count / 2);
        }
        return Answer.of(step, request.batch() ? 200 : 202, request, Verdict.ACCEPTED);
    }

    /** The first readings' verdicts; all others are accepted. */
    private static List<Verdict> verdicts(Request request, Verdict... first) {
        List<Verdict> all = new ArrayList<>(Collections.nCopies(request.items().size(), Verdict.ACCEPTED));
        for (int i = 0; i < first.length && i < all.size(); i++) {
            all.set(i, first[i]);
        }
        return all;
    }

    private static Answer batch(Step step, Request request, List<Verdict> verdicts, int rest) {
        int count = request.items().size();
        int from = rest < 0 ? count : rest;
        for (int i = from; i < count; i++) {
            verdicts.set(i, Verdict.OPEN);
        }
        return new Answer(step, 200, 0, Duration.ZERO, verdicts, from);
    }

    /** Whether all steps are done; what is left are readings without a verdict. */
    synchronized boolean atEnd() {
        return calmLeft == 0 && Step.SCRIPT.get(next) == Step.END && stepBegan != 0;
    }
}
