package io.feverline.registry.journey.rule;

/**
 * Passages at one checkpoint, with none elsewhere between them.
 *
 * @param impossible it begins sooner after the stop before than anybody gets here: one of the two was somebody else, or
 *     a clock is wrong
 */
public record Stop(Pass first, Pass last, int passages, boolean impossible) {
    static Stop begins(Pass pass, boolean impossible) {
        return new Stop(pass, pass, 1, impossible);
    }

    public Gate gate() {
        return last.gate();
    }

    boolean isAt(Pass pass) {
        return gate().checkpointId().equals(pass.gate().checkpointId());
    }

    Stop and(Pass pass) {
        return new Stop(first, pass, passages + 1, impossible);
    }
}
