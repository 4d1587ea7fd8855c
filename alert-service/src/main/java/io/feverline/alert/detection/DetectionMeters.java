package io.feverline.alert.detection;

import io.feverline.alert.rule.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What detection counts. */
final class DetectionMeters {
    private final Map<Verdict.Kind, Counter> verdicts;
    private final Counter deadLetters;

    DetectionMeters(MeterRegistry registry) {
        verdicts = Arrays.stream(Verdict.Kind.values())
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> Counter.builder("feverline.verdicts")
                                .description("Readings judged, by verdict; a redelivered reading counts again")
                                .tag("verdict", kind.name())
                                .register(registry)));
        deadLetters = Counter.builder("feverline.dead.letters")
                .description("Records that could not be read or stored and were set aside")
                .tag("stage", "detection")
                .register(registry);
    }

    void count(Verdict verdict) {
        Counter counter = verdicts.get(verdict.kind());
        if (counter != null) {
            counter.increment();
        }
    }

    void countDeadLetter() {
        deadLetters.increment();
    }
}
