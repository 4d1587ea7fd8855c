package io.feverline.alert.episode;

import io.feverline.alert.rule.FeverGrade;
import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judged readings of one traveller. */
final class Taken {
    static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private Taken() {}

    static Screened at(Verdict.Kind verdict, Duration afterEight) {
        return of("traveller-a", verdict, afterEight, null);
    }

    /** Of somebody who was not asked. */
    static Screened anonymous(Verdict.Kind verdict, Duration afterEight, @Nullable UUID recheckOf) {
        return of(null, verdict, afterEight, recheckOf);
    }

    private static Screened of(
            @Nullable String traveller, Verdict.Kind verdict, Duration afterEight, @Nullable UUID recheckOf) {
        return new Screened(
                UUID.randomUUID(),
                EIGHT.plus(afterEight),
                EIGHT.plus(afterEight),
                false,
                recheckOf,
                traveller,
                "gate-1",
                "shangli-exit-north",
                "360322101",
                Site.FOREHEAD,
                new Verdict(
                        verdict,
                        verdict == Verdict.Kind.FEVER ? FeverGrade.LOW : null,
                        38_000,
                        Operator.ABOVE,
                        37_300,
                        "default-2"),
                Duration.ofMinutes(30),
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, by a policy with another recheck window. */
    static Screened withWindow(Screened reading, Duration window) {
        return copied(reading, reading.receivedAt(), reading.historic(), window);
    }

    /** The same, by way of an outage's backlog. */
    static Screened late(Screened reading, Duration lateBy) {
        return copied(reading, reading.measuredAt().plus(lateBy), true, reading.recheckWindow());
    }

    /** The same, so high. */
    static Screened graded(Screened reading, FeverGrade grade) {
        Verdict verdict = reading.verdict();
        return new Screened(
                reading.id(),
                reading.measuredAt(),
                reading.receivedAt(),
                reading.historic(),
                null,
                reading.traveller(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.areaCode(),
                reading.site(),
                new Verdict(
                        verdict.kind(),
                        grade,
                        verdict.temperature(),
                        verdict.operator(),
                        verdict.threshold(),
                        verdict.policyVersion()),
                reading.recheckWindow(),
                null,
                null,
                null,
                null,
                null);
    }

    private static Screened copied(Screened reading, Instant receivedAt, boolean historic, Duration window) {
        return new Screened(
                reading.id(),
                reading.measuredAt(),
                receivedAt,
                historic,
                null,
                reading.traveller(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.areaCode(),
                reading.site(),
                reading.verdict(),
                window,
                null,
                null,
                null,
                null,
                null);
    }
}
