package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * alert-service is killed while steps fall due and officers acknowledge: each step is taken once, none after an
 * acknowledgement, and none is lost. With limits of seconds.
 */
@ExtendWith(HastySystem.class)
class EscalationIT {
    private static final int ROUNDS = Boolean.getBoolean("feverline.long") ? 20 : 2;
    private static final int FEVERS = 24;
    private static final int ACKNOWLEDGED = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static LocalSystem system;
    private static Api api;
    private static Api.Gate gate;
    private static String checkpoint;

    @BeforeAll
    static void start(LocalSystem running) {
        system = running;
        api = new Api(system);
        checkpoint = api.newCheckpoint("高速出口");
        gate = api.newDevice(checkpoint);
        onDuty("township", "360322101");
    }

    /** Somebody, for the time of the test; of the county's command there is no unit. */
    private static void onDuty(String level, String area) {
        String unit = api.alerts(Persona.ADMIN)
                .body(Map.of("name", "上栗镇防控组", "level", level, "areaCode", area))
                .post("/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Instant now = Instant.now();
        api.alerts(Persona.ADMIN)
                .body(Map.of(
                        "shifts",
                        List.of(Map.of(
                                "person", "li",
                                "from", now.minusSeconds(60).toString(),
                                "to", now.plus(Duration.ofHours(12)).toString()))))
                .post("/v1/units/" + unit + "/shifts")
                .then()
                .statusCode(201);
    }

    /** What an officer was answered. */
    private record Acknowledgement(String alert, boolean done) {}

    static Stream<Integer> rounds() {
        return IntStream.range(0, ROUNDS).boxed();
    }

    @ParameterizedTest(name = "round {0}")
    @MethodSource("rounds")
    void a_kill_loses_no_step_and_repeats_none(int round) throws Exception {
        var random = new Random(round);
        List<String> alerts = raise();
        Instant raised = Instant.now();

        var officers = new ArrayList<Thread>();
        var answers = Collections.synchronizedList(new ArrayList<Acknowledgement>());
        // One at once, so that one is answered whenever the kill comes.
        officers.add(acknowledge(alerts.get(0), raised, answers));
        for (String alert : alerts.subList(1, ACKNOWLEDGED)) {
            officers.add(
                    acknowledge(alert, raised.plusMillis(random.nextInt(2 * HastySystem.TOWNSHIP_AFTER_MS)), answers));
        }
        sleepUntil(raised.plusMillis(HastySystem.TOWNSHIP_AFTER_MS / 2
                + random.nextInt(HastySystem.TOWNSHIP_AFTER_MS + HastySystem.COUNTY_AFTER_MS)));
        system.service(Service.ALERT_SERVICE).kill();
        system.service(Service.ALERT_SERVICE).start();
        for (Thread officer : officers) {
            officer.join();
        }

        List<String> left = alerts.subList(ACKNOWLEDGED, alerts.size());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(left)
                        .allSatisfy(alert -> assertThat(steps(alert)).containsExactly("township", "county")));
        assertThat(left).allSatisfy(alert -> assertThat(changes(alert)).containsExactly("escalation", "escalation"));
        assertThat(left).allSatisfy(alert -> assertThat(told(alert)).containsExactly("township {li}"));

        assertThat(answers).hasSize(ACKNOWLEDGED);
        // Those that nobody acknowledged after all take their steps when the others do, give or take a moment.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers)
                        .anyMatch(Acknowledgement::done)
                        .allSatisfy(answer -> {
                            List<String> changes = changes(answer.alert());
                            assertThat(changes.indexOf("action"))
                                    .as("the acknowledgement is last, or answered by nobody: %s", changes)
                                    .isEqualTo(answer.done() || changes.contains("action") ? changes.size() - 1 : -1);
                            assertThat(steps(answer.alert()))
                                    .hasSize((int) changes.stream()
                                            .filter("escalation"::equals)
                                            .count())
                                    .hasSizeGreaterThanOrEqualTo(changes.contains("action") ? 0 : 2);
                        }));
    }

    /** As many alerts that nobody has touched. */
    private static List<String> raise() {
        List<String> readings = IntStream.range(0, FEVERS)
                .mapToObj(number -> {
                    var fever = Api.reading(38.5);
                    api.post(gate, fever);
                    return fever.get("id").toString();
                })
                .toList();
        return await().atMost(PATIENCE)
                .until(
                        () -> new Databases(system)
                                .column(
                                        Database.ALERT,
                                        "SELECT id FROM alert WHERE reading_id::text = ANY (string_to_array(?, ','))",
                                        String.join(",", readings)),
                        found -> found.size() == FEVERS);
    }

    /** At a moment, once; what was done although the answer got lost is found out afterwards. */
    private static Thread acknowledge(String alert, Instant at, List<Acknowledgement> answers) {
        var officer = new Thread(() -> {
            sleepUntil(at);
            answers.add(new Acknowledgement(alert, acknowledged(alert)));
        });
        officer.start();
        return officer;
    }

    private static boolean acknowledged(String alert) {
        try {
            String seen = api.alerts(Persona.DUTY_OFFICER)
                    .get("/v1/alerts/" + alert)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");
            return api.alerts(Persona.DUTY_OFFICER)
                            .header("If-Match", seen)
                            .body(Map.of("action", "acknowledge"))
                            .post("/v1/alerts/" + alert + "/actions")
                            .statusCode()
                    == 200;
        } catch (Exception dead) {
            return false;
        }
    }

    private static void sleepUntil(Instant moment) {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> !Instant.now().isBefore(moment));
    }

    private static List<String> steps(String alert) {
        return new Databases(system)
                .column(
                        Database.ALERT,
                        "SELECT level FROM alert_escalation WHERE alert_id = ? ORDER BY escalated_at, level DESC",
                        UUID.fromString(alert));
    }

    private static List<String> told(String alert) {
        return new Databases(system)
                .column(
                        Database.ALERT,
                        "SELECT level || ' ' || on_duty::text FROM alert_escalation_unit WHERE alert_id = ?"
                                + " ORDER BY level",
                        UUID.fromString(alert));
    }

    /** What people and the clock did, in the order in which it became visible. */
    private static List<String> changes(String alert) {
        return new Databases(system)
                .column(
                        Database.ALERT,
                        "SELECT cause FROM alert_change WHERE alert_id = ? AND cause IN ('action', 'escalation')"
                                + " ORDER BY seq",
                        UUID.fromString(alert));
    }
}
