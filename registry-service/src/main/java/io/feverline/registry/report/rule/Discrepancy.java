package io.feverline.registry.report.rule;

/**
 * A signed figure that is not what devices count.
 *
 * @param stated what was signed
 * @param devices what they have counted by now
 * @param devicesThen what they had counted when it was signed
 */
public record Discrepancy(Figure figure, int stated, int devices, int devicesThen) {
    /** How it came about. */
    public enum Kind {
        /** The signer saw another count. */
        DIFFERED_WHEN_SIGNED,
        /** The signer stated what was counted; readings that came later, as a backlog does, have changed that. */
        CHANGED_SINCE
    }

    /** How much more was signed than counted. */
    public int difference() {
        return stated - devices;
    }

    public Kind kind() {
        return stated == devicesThen ? Kind.CHANGED_SINCE : Kind.DIFFERED_WHEN_SIGNED;
    }
}
