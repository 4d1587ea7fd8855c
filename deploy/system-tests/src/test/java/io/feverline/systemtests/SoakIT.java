package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.accounting.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Ten minutes of steady traffic: the door's memory is at the end what it was when it had warmed up. On a system of its
 * own.
 */
@EnabledIfSystemProperty(named = "feverline.long", matches = "true")
class SoakIT {
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final String RATE = "250/s";

    /** Over the whole soak after the warm-up; two dozen bytes kept of each reading would be more. */
    private static final double MOST_GROWTH_MEBIBYTES = 3;

    private static final double MOST_MEBIBYTES = 350;

    private static final List<Sample> SAMPLES = new ArrayList<>();

    private static LocalSystem system;
    private static Summary account;

    /** @param liveMebibytes what a full collection leaves of the heap */
    private record Sample(double seconds, double liveMebibytes, double residentMebibytes) {}

    @BeforeAll
    static void soak() {
        system = FreshSystem.start();
        var meters = new Meters(system, Service.CHECKPOINT_INGEST);
        var traffic = new Traffic(system, system.devices());
        var start = Instant.now();
        var gateways = traffic.begin(List.of("--rate", RATE));
        await().atMost(WARM_UP.multipliedBy(2)).until(() -> Instant.now().isAfter(start.plus(WARM_UP)));
        // The first collection leaves what only the second one takes away: it would hide growth.
        meters.liveMebibytes();
        while (Instant.now().isBefore(start.plus(LENGTH))) {
            // First, as a collection may give memory back.
            double resident = meters.residentMebibytes();
            SAMPLES.add(new Sample(
                    Duration.between(start, Instant.now()).toMillis() / 1e3, meters.liveMebibytes(), resident));
            await().pollDelay(PAUSE).atMost(PAUSE.multipliedBy(3)).until(() -> true);
        }
        traffic.end(gateways);
        account = traffic.settle();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void the_heap_does_not_grow() {
        double growth = slope() * LENGTH.minus(WARM_UP).toSeconds();
        assertThat(growth).as("MiB; %s", SAMPLES).isLessThanOrEqualTo(MOST_GROWTH_MEBIBYTES);
    }

    @Test
    void resident_memory_stays_within_its_bound() {
        assertThat(SAMPLES)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.residentMebibytes()).isLessThanOrEqualTo(MOST_MEBIBYTES));
    }

    @Test
    void every_reading_is_accounted_for() {
        assertThat(account.ok()).as(account.text()).isEqualTo(account.sent());
        assertThat(account.agrees()).as(account.text()).isTrue();
    }

    /** Of the straight line that lies nearest to all samples (least squares), MiB per second. */
    private static double slope() {
        double meanSeconds =
                SAMPLES.stream().mapToDouble(Sample::seconds).average().orElseThrow();
        double meanLive =
                SAMPLES.stream().mapToDouble(Sample::liveMebibytes).average().orElseThrow();
        double together = SAMPLES.stream()
                .mapToDouble(sample -> (sample.seconds() - meanSeconds) * (sample.liveMebibytes() - meanLive))
                .sum();
        double alone = SAMPLES.stream()
                .mapToDouble(sample -> Math.pow(sample.seconds() - meanSeconds, 2))
                .sum();
        return together / alone;
    }
}
