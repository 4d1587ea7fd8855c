package io.feverline.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.gateway.Gateway;
import io.feverline.gateway.GatewayBuilder;
import io.feverline.gateway.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference passes; each fault is found and none besides. All gateways run at once, each at a door of its own. */
class ConformanceTest {

    private static final String KEY = "conformance-key";
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Pace PACE = new Pace(
            1,
            Duration.ofSeconds(1),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(6),
            Duration.ofMillis(400),
            Duration.ofMillis(150),
            Duration.ofMillis(1_500));

    private static final ExecutorService RUNS = Executors.newCachedThreadPool();
    private static final Map<Fault, CompletableFuture<List<Finding>>> NAIVE = new EnumMap<>(Fault.class);
    private static CompletableFuture<List<Finding>> reference = new CompletableFuture<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run() {
        for (Fault fault : Fault.values()) {
            NAIVE.put(fault, CompletableFuture.supplyAsync(() -> naive(fault), RUNS));
        }
        reference = CompletableFuture.supplyAsync(ConformanceTest::reference, RUNS);
    }

    @AfterAll
    static void stop() {
        RUNS.shutdownNow();
    }

    private static ConformanceDoor door() throws IOException {
        return new ConformanceDoor(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), KEY, PACE, Clock.systemUTC(), step -> {});
    }

    private static List<Finding> judged(ConformanceDoor door) throws InterruptedException {
        assertThat(door.play(Duration.ofSeconds(90)))
                .as("the script came to its end")
                .isTrue();
        return door.findings();
    }

    private static List<Finding> naive(Fault fault) {
        try (ConformanceDoor door = door();
                NaiveGateway gateway = new NaiveGateway(door.port(), KEY, fault)) {
            gateway.start(EVERY);
            return judged(door);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> reference() {
        try (ConformanceDoor door = door()) {
            // What waits from an earlier run goes in a batch.
            try (Gateway earlier = gateway("http://127.0.0.1:1").open()) {
                for (int i = 0; i < 8; i++) {
                    earlier.offer(reading());
                }
            }
            try (Gateway gateway = gateway("http://127.0.0.1:" + door.port()).open()) {
                measureEach(EVERY, gateway);
                return judged(door);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GatewayBuilder gateway(String door) {
        return Gateway.at(URI.create(door), KEY, folder.resolve("gate.queue"))
                .pauses(Duration.ofMillis(100), Duration.ofMillis(800))
                .random(new SplittableRandom(5));
    }

    private static Reading reading() {
        return Reading.of(OffsetDateTime.now(ZoneOffset.ofHours(8)), new BigDecimal("36.6"));
    }

    /** Until the gateway is closed, and takes no more. */
    private static void measureEach(Duration pause, Gateway gateway) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, RUNS)
                .execute(() -> {
                    try {
                        gateway.offer(reading());
                        measureEach(pause, gateway);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static List<Finding> found(Fault fault) {
        return Objects.requireNonNull(NAIVE.get(fault)).join();
    }

    private static Set<Requirement> with(Finding.Result result, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.result() == result)
                .map(Finding::requirement)
                .collect(Collectors.toSet());
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining());
    }

    @Test
    void the_reference_gateway_keeps_every_requirement() {
        List<Finding> findings = reference.join();
        assertThat(with(Finding.Result.PASS, findings))
                .as(text(findings))
                .containsExactlyInAnyOrder(Requirement.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_is_found_and_none_besides(Fault fault) {
        List<Finding> findings = found(fault);
        assertThat(with(Finding.Result.FAIL, findings)).as(text(findings)).isEqualTo(fault.breaks());
    }

    @Test
    void a_small_gateway_without_fault_lacks_no_evidence() {
        List<Finding> findings = found(Fault.NONE);
        assertThat(findings).as(text(findings)).noneMatch(Finding::isMissing);
    }
}
