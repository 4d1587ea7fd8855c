package io.feverline.simulator.ledger;

import java.util.Locale;

/** What became of a reading. */
public enum Outcome {
    /** Acknowledged: it must be found downstream, once. */
    OK,
    /** Refused for good: it must not be found downstream. */
    REJECTED,
    /** Never answered: it may be found downstream, once, or not at all. */
    UNKNOWN;

    /** As the ledger spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
