package io.feverline.alert.rest;

import io.feverline.alert.rule.DeviceLimits;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When something is wrong with a device, as JSON. */
@Schema(name = "DeviceLimits", description = "From when on something is wrong with a device.")
public record DeviceLimitsJson(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "Silent only after so long, whatever its rhythm; PT10S to PT24H.",
                examples = "PT5M")
        @Nullable
        String silence,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "And only after so many of its usual pauses.",
                minimum = "1",
                maximum = "100",
                examples = "3")
        @Nullable
        BigDecimal usualPauses,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "Nor so long after it has started anew; at most PT24H.",
                examples = "PT10M")
        @Nullable
        String bootGrace,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "So many readings of one value are a stuck one.",
                minimum = "2",
                maximum = "1000",
                examples = "20")
        @Nullable
        BigDecimal sameReadings,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "From so many readings a median is taken.",
                minimum = "2",
                maximum = "1000",
                examples = "20")
        @Nullable
        BigDecimal medianOf,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "And a standard deviation from so many.",
                minimum = "2",
                maximum = "1000",
                examples = "50")
        @Nullable
        BigDecimal deviationOf,

        @Schema(
                required = true,
                description = "°C; a lower standard deviation is none of people.",
                minimum = "0.01",
                maximum = "1",
                examples = "0.1")
        @Nullable
        BigDecimal deviation,

        @Schema(
                required = true,
                description = "°C from its neighbours.",
                minimum = "0.1",
                maximum = "5",
                examples = "1.0")
        @Nullable
        BigDecimal drift,

        @Schema(
                required = true,
                description = "°C from what it showed before, of a device without two neighbours.",
                minimum = "0.1",
                maximum = "5",
                examples = "1.5")
        @Nullable
        BigDecimal ownDrift,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "So many numbered readings that are missing are a gap.",
                minimum = "1",
                maximum = "1000000",
                examples = "10")
        @Nullable
        BigDecimal missing,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "For so long: a backlog closes gaps; at most PT168H.",
                examples = "PT30M")
        @Nullable
        String missingFor,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "A clock that is off by more is off; PT1S to PT24H.",
                examples = "PT2M")
        @Nullable
        String clock) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal MOST_DRIFT = BigDecimal.valueOf(5);

    static DeviceLimitsJson of(DeviceLimits limits) {
        return new DeviceLimitsJson(
                limits.silence().toString(),
                BigDecimal.valueOf(limits.usualPauses()),
                limits.bootGrace().toString(),
                BigDecimal.valueOf(limits.sameReadings()),
                BigDecimal.valueOf(limits.medianOf()),
                BigDecimal.valueOf(limits.deviationOf()),
                Degrees.of(limits.deviation()),
                Degrees.of(limits.drift()),
                Degrees.of(limits.ownDrift()),
                BigDecimal.valueOf(limits.missing()),
                limits.missingFor().toString(),
                limits.clock().toString());
    }

    /**
     * The limits that are meant.
     *
     * @param member where they stand
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    DeviceLimits parsed(String member) {
        return new DeviceLimits(
                Figures.duration(member + "/silence", silence, Duration.ofSeconds(10), DAY),
                Figures.count(member + "/usualPauses", usualPauses, 1, 100),
                Figures.duration(member + "/bootGrace", bootGrace, Duration.ZERO, DAY),
                Figures.count(member + "/sameReadings", sameReadings, 2, 1_000),
                Figures.count(member + "/medianOf", medianOf, 2, 1_000),
                Figures.count(member + "/deviationOf", deviationOf, 2, 1_000),
                Degrees.between(member + "/deviation", deviation, HUNDREDTH, BigDecimal.ONE),
                Degrees.between(member + "/drift", drift, TENTH, MOST_DRIFT),
                Degrees.between(member + "/ownDrift", ownDrift, TENTH, MOST_DRIFT),
                Figures.count(member + "/missing", missing, 1, 1_000_000),
                Figures.duration(member + "/missingFor", missingFor, Duration.ZERO, Duration.ofDays(7)),
                Figures.duration(member + "/clock", clock, Duration.ofSeconds(1), DAY));
    }
}
