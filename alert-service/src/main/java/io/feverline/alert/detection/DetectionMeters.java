package io.feverline.alert.detection;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.Verdict;
import io.feverline.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What detection counts. */
final class DetectionMeters {
    private final Map<Verdict.Kind, Counter> verdicts;
    private final Map<String, Counter> deadLetters;

    DetectionMeters(MeterRegistry registry) {
        verdicts = Arrays.stream(Verdict.Kind.values())
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> Counter.builder("feverline.verdicts")
                                .description("Readings judged, by verdict; a redelivered reading counts again")
                                .tag("verdict", Words.of(kind))
                                .register(registry)));
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
        Counter counter = verdicts.get(verdict.kind());
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
