package io.feverline.gateway;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Readings for tests. */
final class Readings {

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-01-26T08:00:00+08:00");

    private Readings() {}

    static UUID id(int n) {
        return new UUID(0, n);
    }

    static Reading reading(int n) {
        return new Reading(
                id(n),
                MORNING.plusSeconds(n),
                new BigDecimal("36.600"),
                "body",
                "forehead",
                null,
                new Traveller("passport", "E0000000" + n % 10, "测试\n\"", null, null, null),
                null,
                null);
    }
}
