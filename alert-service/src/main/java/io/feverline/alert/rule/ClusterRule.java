package io.feverline.alert.rule;

import java.time.Duration;

/**
 * When fevers that have something in common are a cluster.
 *
 * @param least so many, at least two
 * @param within within so long; and so long after the last one another still belongs to them
 */
public record ClusterRule(int least, Duration within) {

    public ClusterRule {
        if (least < 2 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("a cluster is two or more within some time");
        }
    }
}
