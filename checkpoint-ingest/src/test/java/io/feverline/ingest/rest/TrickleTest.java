package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.FastTime;
import io.feverline.ingest.RecordedHeartbeats;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quiet day at the door: a reading, a heartbeat, a batch and a wrong key every few minutes, from dozens of gates. */
@QuarkusTest
@TestProfile(TrickleProfile.class)
class TrickleTest {
    private static final int GATES = 20;
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int STEPS_A_DAY = (int) Duration.ofDays(1).dividedBy(STEP);
    /** By then every gate has come once, and whatever is kept for a while has been forgotten for the first time. */
    private static final int STEPS_TO_SETTLE = STEPS_A_DAY / 6;

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher readings;

    @Inject
    RecordedHeartbeats heartbeats;

    @Inject
    MeterRegistry metrics;

    @Inject
    FastTime time;

    @Inject
    InstantSource clock;

    private final List<TestDevice> gates = new ArrayList<>();

    @BeforeEach
    void registerGates() {
        directory.complete();
        for (int i = 0; i < GATES; i++) {
            gates.add(new TestDevice("quiet-" + i, "exit-" + i / 2).registeredIn(directory, 0));
        }
    }

    @Test
    void nothing_grows_over_a_day() {
        steps(0, STEPS_TO_SETTLE);
        var settled = kept();

        steps(STEPS_TO_SETTLE, STEPS_A_DAY);

        assertThat(readings.published()).hasSize(2 * STEPS_A_DAY);
        assertThat(heartbeats.published()).hasSize(STEPS_A_DAY);
        assertThat(settled).containsEntry("feverline.clock.skews", (double) GATES);
        assertThat(kept()).isEqualTo(settled);
    }

    private void steps(int from, int to) {
        for (int step = from; step < to; step++) {
            time.pass(STEP);
            var gate = gates.get(step % GATES);
            gate.asks().body(reading()).post("/v1/readings").then().statusCode(202);
            gate.asks()
                    .header("Idempotency-Key", "\"step-" + step + '"')
                    .body("[" + reading() + "]")
                    .post("/v1/readings/batch")
                    .then()
                    .statusCode(200);
            gate.asks()
                    .body("{\"clock\":\"%s\"}".formatted(clock.instant()))
                    .post("/v1/heartbeats")
                    .then()
                    .statusCode(202);
            given().header("Authorization", "Bearer flk_of-step-" + step)
                    .get("/v1/time")
                    .then()
                    .statusCode(401);
        }
    }

    private String reading() {
        return "{\"id\":\"%s\",\"measuredAt\":\"%s\",\"temperature\":36.6,\"traveller\":{\"documentType\":\"passport\",\"documentNumber\":\"E12345678\"}}"
                .formatted(UUID.randomUUID(), clock.instant());
    }

    /** What the door remembers, and how many meters tell of it and of its requests. */
    private Map<String, Double> kept() {
        var kept = new TreeMap<String, Double>();
        for (String name :
                List.of("feverline.quota.buckets", "feverline.idempotency.answers", "feverline.clock.skews")) {
            kept.put(
                    name,
                    metrics.get(name).gauges().stream()
                            .mapToDouble(gauge -> gauge.value())
                            .sum());
        }
        kept.put("meters", (double) metrics.getMeters().stream()
                .filter(meter -> meter.getId().getName().matches("(feverline|http\\.server)\\..*"))
                .count());
        return kept;
    }
}
