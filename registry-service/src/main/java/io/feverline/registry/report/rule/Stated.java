package io.feverline.registry.report.rule;

/**
 * The figures that a person puts their name to.
 *
 * @param referred how many were sent to a fever clinic; no device knows, so it is compared with nothing
 */
public record Stated(Counts counts, int referred) {
    private static final Stated NOTHING = new Stated(new Counts(0, 0, 0, 0), 0);

    /** Whether it is a zero report: nobody passed, and nothing was found. */
    public boolean isZero() {
        return equals(NOTHING);
    }
}
