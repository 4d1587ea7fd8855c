package io.feverline.registry.report.rule;

/**
 * How completely, and how timely, reports came in: attributes by which surveillance systems are evaluated (CDC,
 * Updated guidelines for evaluating public health surveillance systems, MMWR 2001;50(RR-13); WHO,
 * WHO/CDS/EPR/LYO/2006.2). Both have the same denominator, the reports whose cutoff is over; one that is open yet is
 * not in it, even if it is signed.
 *
 * @param expected all of them: zero, submitted, late and missing together
 * @param zero signed in time, and nothing by what stands now
 * @param submitted signed in time, with something
 * @param late signed after the cutoff
 * @param missing not signed
 * @param corrected of the signed ones, those that were corrected
 */
public record Completeness(int expected, int zero, int submitted, int late, int missing, int corrected) {
    public Completeness {
        if (expected < 1 || expected != zero + submitted + late + missing) {
            throw new IllegalArgumentException("each expected report is one of the four");
        }
    }

    /** How many were signed before the cutoff. */
    public int inTime() {
        return zero + submitted;
    }

    /** Per cent of the expected that were signed at all. */
    public double completeness() {
        return percent(inTime() + late);
    }

    /** Per cent of the expected that were signed before the cutoff. */
    public double timeliness() {
        return percent(inTime());
    }

    /** To a tenth, and 100 only of all. */
    private double percent(int part) {
        return Math.floor(1000.0 * part / expected) / 10;
    }
}
