package io.feverline.alert.episode;

import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Judged readings of one traveller. */
final class Taken {
    static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private Taken() {}

    static Screened at(Verdict.Kind verdict, Duration afterEight) {
        return new Screened(
                UUID.randomUUID(),
                EIGHT.plus(afterEight),
                EIGHT.plus(afterEight),
                false,
                null,
                "traveller-a",
                "gate-1",
                "shangli-exit-north",
                "360322101",
                Site.FOREHEAD,
                new Verdict(verdict, 38_000, Operator.ABOVE, 37_300, "default-1"),
                null,
                null);
    }

    /** The same, by way of an outage's backlog. */
    static Screened late(Screened reading, Duration lateBy) {
        return new Screened(
                reading.id(),
                reading.measuredAt(),
                reading.measuredAt().plus(lateBy),
                true,
                null,
                reading.traveller(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.areaCode(),
                reading.site(),
                reading.verdict(),
                null,
                null);
    }
}
