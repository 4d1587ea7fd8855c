package io.feverline.alert.detection;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.Verdict;
import io.feverline.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What detection counts. */
final class DetectionMeters {
    /** A registry's own counter would look for a trace with each reading. */
    private final Map<Verdict.Kind, LongAdder> verdicts = new EnumMap<>(Verdict.Kind.class);

    private final Map<String, Counter> deadLetters;

    DetectionMeters(MeterRegistry registry) {
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            var count = new LongAdder();
            verdicts.put(kind, count);
            FunctionCounter.builder("feverline.verdicts", count, LongAdder::sum)
                    .description("Readings judged, by verdict; a redelivered reading counts again")
                    .tag("verdict", Words.of(kind))
                    .register(registry);
        }
        deadLetters = Stream.of(
                        Topic.Name.READINGS,
                        Topic.Name.READINGS_BACKFILL,
                        Topic.Name.HEARTBEATS,
                        Topic.Name.DEVICE_MINUTES)
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> Counter.builder("feverline.dead.letters")
                                .description("Records that could not be read or stored and were set aside")
                                .tag("topic", topic)
                                .register(registry)));
    }

    void count(Verdict verdict) {
        LongAdder counter = verdicts.get(verdict.kind());
        if (counter != null) {
            counter.increment();
        }
    }

    void countDeadLetter(String topic) {
        Counter counter = deadLetters.get(topic);
        if (counter != null) {
            counter.increment();
        }
    }
}
