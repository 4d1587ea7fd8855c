package io.feverline.alert.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The screening policies by the time from which they are in force. The default one was in force before any other.
 *
 * @param inOrder the default, then the adopted ones as they come into force
 */
public record Policies(List<ScreeningPolicy> inOrder) {

    /** The default alone. */
    public static final Policies DEFAULT = of(List.of());

    public Policies {
        inOrder = List.copyOf(inOrder);
    }

    /** The default and those that the county has adopted. */
    public static Policies of(List<ScreeningPolicy> adopted) {
        return new Policies(Stream.concat(Stream.of(ScreeningPolicy.DEFAULT), adopted.stream())
                .sorted(Comparator.comparing(ScreeningPolicy::effectiveFrom))
                .toList());
    }

    /**
     * The policy that was in force then. Readings are judged as of when they were measured, so that one delivered late
     * or again has the same verdict.
     */
    public ScreeningPolicy at(Instant time) {
        ScreeningPolicy found = inOrder.get(0);
        for (ScreeningPolicy policy : inOrder) {
            if (policy.effectiveFrom().isAfter(time)) {
                break;
            }
            found = policy;
        }
        return found;
    }
}
