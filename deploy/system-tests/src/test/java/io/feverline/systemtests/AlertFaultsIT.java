package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.local.ServiceProcess;
import io.feverline.local.accounting.Summary;
import io.feverline.systemtests.WebhookReceiver.Attempt;
import io.feverline.systemtests.WebhookReceiver.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * While fevers come in, alert-service is killed at random moments, becomes three instances and one again, and the
 * servers below it are killed. Afterwards every promise is as if nothing had been. All of it happens once, on a system
 * of its own, before the first test; each test looks at another promise.
 */
class AlertFaultsIT {
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final int KILLS = LONG ? 20 : 2;
    private static final int SERVER_KILLS = LONG ? 5 : 1;
    private static final long SEED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So many new alerts show that it works again. */
    private static final int SOME = 5;

    /** About as long as it takes from start to the first record. */
    private static final int STARTING_MS = 8_000;

    private static final int COUNTY_MS = 2_000;
    private static final String RECEIVER = "/county";

    /** More steps than a receiver that fails every other time can use up. */
    private static final String BACKOFF = String.join(",", Collections.nCopies(100, "1S"));

    private static final Random RANDOM = new Random(SEED);

    private static LocalSystem system;
    private static WebhookReceiver receiver;
    private static long followedFrom;
    private static StreamFollower staying;
    private static StreamFollower wandering;
    private static Summary account;
    private static Ledger ledger;

    @BeforeAll
    static void faults() throws Exception {
        system = FreshSystem.start(
                Service.ALERT_SERVICE,
                Map.of(
                        "feverline.alert.escalation.township-after", "2S",
                        "feverline.alert.escalation.county-after", COUNTY_MS / 1_000 + "S",
                        "feverline.alert.escalation.check-every", "1S",
                        "feverline.alert.notify.time-limit", "2S",
                        "feverline.alert.notify.backoff", BACKOFF));
        receiver = new WebhookReceiver();
        receiver.is(Health.FLAKY, RECEIVER);
        tellTheCounty();
        var traffic = new Traffic(system, system.devices());
        var gateways = traffic.begin(List.of("--rate", "30/s", "--prevalence", "0.2", "--seed", Long.toString(SEED)));

        ServiceProcess first = system.service(Service.ALERT_SERVICE);
        killAtRandomMoments(first);
        threeAndOneAgain(first);

        Instant ended = Instant.now();
        traffic.end(gateways);
        account = traffic.settle();
        ledger = traffic.ledger().takenBetween(Instant.MIN, ended);
        awaitNothingLeftToDo();
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {staying, wandering, receiver, system}) {
            if (each != null) {
                close(each);
            }
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tellTheCounty() {
        var api = new Api(system);
        String unit = api.alerts(Persona.ADMIN)
                .body(Map.of("name", "上栗县指挥部", "level", "county", "areaCode", "360322"))
                .post("/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        api.alerts(Persona.ADMIN)
                .body(Map.of(
                        "unitId",
                        unit,
                        "kind",
                        "webhook",
                        "target",
                        receiver.url(RECEIVER),
                        "secret",
                        WebhookReceiver.SECRET))
                .post("/v1/channels")
                .then()
                .statusCode(201);
    }

    /** While it works, and each third time once more while it starts. */
    private static void killAtRandomMoments(ServiceProcess service) {
        for (int kill = 0; kill < KILLS; kill++) {
            awaitNewAlerts("before kill " + kill);
            pauseAtMost(COUNTY_MS);
            service.kill();
            service.begin();
            if (kill % 3 == 2) {
                pauseAtMost(STARTING_MS);
                service.kill();
                service.begin();
            }
            service.awaitReady();
        }
        awaitNewAlerts("after the kills");
    }

    /** Of the two that come one is killed and one stopped; who follows it there goes on at another. */
    private static void threeAndOneAgain(ServiceProcess first) throws Exception {
        ServiceProcess second = system.another(Service.ALERT_SERVICE);
        ServiceProcess third = system.another(Service.ALERT_SERVICE);
        second.begin();
        third.begin();
        second.awaitReady();
        third.awaitReady();
        awaitSharedBy(3);
        killServers();

        followedFrom = newestChange();
        staying = new StreamFollower(system, followedFrom);
        wandering = new StreamFollower(system, followedFrom);
        staying.at(first);
        wandering.at(second);
        awaitNewAlerts("at three instances");
        second.kill();
        wandering.at(third);
        awaitSharedBy(2);
        awaitNewAlerts("at two instances");
        third.stop();
        wandering.at(first);
        awaitSharedBy(1);
        awaitNewAlerts("at one instance again");
    }

    private static void killServers() {
        for (int kill = 0; kill < SERVER_KILLS; kill++) {
            for (Victim server : List.of(Victim.POSTGRESQL, Victim.KAFKA)) {
                awaitNewAlerts("before " + server + " is killed");
                pauseAtMost(COUNTY_MS);
                server.kill(system);
                server.start(system);
            }
        }
        awaitSharedBy(3);
        awaitNewAlerts("after servers were killed");
    }

    private static void awaitNewAlerts(String when) {
        int before = alerts();
        await(when).atMost(PATIENCE).until(() -> alerts() >= before + SOME);
    }

    private static int alerts() {
        return Integer.parseInt(one("SELECT count(*) FROM alert"));
    }

    private static void awaitSharedBy(int instances) {
        await(instances + " instances")
                .atMost(PATIENCE)
                .until(() -> new ConsumerGroups(system)
                        .areSharedBy(instances, List.of("alert-service-detection", "alert-service-alerts")));
    }

    private static void pauseAtMost(int ms) {
        await().pollDelay(Duration.ofMillis(RANDOM.nextInt(ms))).until(() -> true);
    }

    private static void awaitNothingLeftToDo() {
        await("escalation is over")
                .atMost(PATIENCE)
                .until(() -> rows("SELECT id FROM alert WHERE escalate_at IS NOT NULL"), List::isEmpty);
        await("all changes were looked at")
                .atMost(PATIENCE)
                .until(
                        () -> rows("SELECT seq FROM alert_change WHERE seq > (SELECT seq FROM notification_cursor)"),
                        List::isEmpty);
        await("all is delivered")
                .atMost(PATIENCE)
                .until(
                        () -> rows("SELECT n.id FROM notification n LEFT JOIN message m ON m.id = n.message_id"
                                + " WHERE m.state IS DISTINCT FROM 'delivered'"),
                        List::isEmpty);
        long newest = newestChange();
        await("followers have seen all")
                .atMost(PATIENCE)
                .until(() -> staying.last() >= newest && wandering.last() >= newest);
    }

    private static long newestChange() {
        return Long.parseLong(one("SELECT max(seq) FROM alert_change"));
    }

    @Test
    void every_fever_is_in_one_episode_and_no_reading_is_lost() {
        assertThat(account.ok()).as("answered with ok: %s", account.text()).isEqualTo(account.sent());
        assertThat(account.fevers().expected()).as("fevers").isPositive();
        assertThat(account.agrees()).as(account.text()).isTrue();
    }

    @Test
    void a_persons_fevers_have_one_alert_and_it_is_nobody_elses() {
        Map<String, String> alerts = alertsByFever();
        List<Ledger.Line> fevers = ledger.lines().stream()
                .filter(line -> alerts.containsKey(line.id().toString()))
                .toList();
        Map<String, Set<String>> byPerson = fevers.stream()
                .collect(Collectors.groupingBy(
                        Ledger.Line::person,
                        Collectors.mapping(line -> alerts.get(line.id().toString()), Collectors.toSet())));
        Map<String, Set<String>> byAlert = fevers.stream()
                .collect(Collectors.groupingBy(
                        line -> alerts.get(line.id().toString()),
                        Collectors.mapping(Ledger.Line::person, Collectors.toSet())));

        assertThat(byPerson)
                .isNotEmpty()
                .allSatisfy((person, theirs) -> assertThat(theirs).hasSize(1));
        assertThat(byAlert).allSatisfy((alert, theirs) -> assertThat(theirs).hasSize(1));
    }

    @Test
    void there_is_no_alert_without_a_fever() {
        assertThat(rows("SELECT id FROM alert WHERE merged_into IS NULL"))
                .hasSameElementsAs(new HashSet<>(alertsByFever().values()));
    }

    /** The alert that goes on, by the reading. */
    private static Map<String, String> alertsByFever() {
        return rows("""
                WITH RECURSIVE home AS (
                    SELECT id, id AS alert_id FROM alert WHERE merged_into IS NULL
                    UNION ALL
                    SELECT a.id, h.alert_id FROM alert a JOIN home h ON a.merged_into = h.id
                )
                SELECT r.reading_id || ' ' || h.alert_id
                FROM episode_reading r JOIN home h ON h.id = r.alert_id WHERE r.verdict = 'fever'""").stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    @Test
    void each_step_of_escalation_is_taken_once_and_told_once() {
        List<String> steps = rows("""
                SELECT coalesce((SELECT string_agg(s.level, ' ' ORDER BY s.escalated_at, s.level DESC)
                        FROM alert_escalation s WHERE s.alert_id = a.id), '-') || ': '
                    || (SELECT count(*) FROM alert_change c WHERE c.alert_id = a.id AND c.cause = 'escalation')
                FROM alert a
                WHERE a.episode_state NOT IN ('cleared', 'merged') AND NOT a.historic""");

        assertThat(steps).isNotEmpty().containsOnly("township county: 2");
    }

    /** A normal recheck stops it, at whichever step. */
    @Test
    void no_step_is_told_of_that_was_not_taken() {
        List<String> unequal = rows("""
                SELECT a.id FROM alert a
                WHERE (SELECT count(*) FROM alert_escalation s WHERE s.alert_id = a.id)
                    <> (SELECT count(*) FROM alert_change c WHERE c.alert_id = a.id AND c.cause = 'escalation')""");

        assertThat(unequal).isEmpty();
    }

    @Test
    void the_county_is_to_be_told_once_of_each_alert_that_reached_it() {
        List<String> reached = rows("SELECT s.alert_id FROM alert_escalation s JOIN alert a ON a.id = s.alert_id"
                + " WHERE s.level = 'county' AND a.merged_into IS NULL");

        assertThat(rows("SELECT n.alert_id FROM notification n JOIN alert a ON a.id = n.alert_id"
                        + " WHERE n.event = 'alert.escalated' AND a.merged_into IS NULL"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(reached);
    }

    @Test
    void whatever_is_to_be_told_arrives_and_each_attempt_is_as_the_first() {
        List<Attempt> attempts = receiver.attempts(RECEIVER);
        Set<String> arrived = attempts.stream()
                .filter(Attempt::taken)
                .flatMap(attempt -> attempt.ids().stream())
                .collect(Collectors.toSet());

        assertThat(arrived).isNotEmpty().hasSameElementsAs(rows("SELECT id FROM notification"));
        assertThat(attempts).allMatch(Attempt::verified).anyMatch(attempt -> !attempt.taken());
        assertThat(attempts.stream().collect(Collectors.groupingBy(Attempt::id)).values())
                .as("bodies by webhook-id")
                .allSatisfy(same -> assertThat(same)
                        .extracting(Attempt::body)
                        .containsOnly(same.get(0).body()));
    }

    @Test
    void a_notification_is_in_one_message() {
        Map<String, Set<String>> messages = receiver.attempts(RECEIVER).stream()
                .flatMap(attempt -> attempt.ids().stream().map(id -> Map.entry(id, attempt.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

        assertThat(messages)
                .isNotEmpty()
                .allSatisfy((id, its) -> assertThat(its).hasSize(1));
    }

    @Test
    void followers_of_any_instance_are_told_every_change_once_in_its_order() {
        long last = Math.min(staying.last(), wandering.last());
        List<Long> changes =
                rows("SELECT seq FROM alert_change WHERE seq > ? AND seq <= ? ORDER BY seq", followedFrom, last)
                        .stream()
                        .map(Long::valueOf)
                        .toList();

        assertThat(upTo(last, staying.told())).isNotEmpty().isEqualTo(changes);
        assertThat(upTo(last, wandering.told())).isEqualTo(changes);
    }

    private static List<Long> upTo(long last, List<Long> told) {
        return told.stream().filter(seq -> seq <= last).toList();
    }

    private static String one(String query) {
        return rows(query).get(0);
    }

    private static List<String> rows(String query, Object... parameters) {
        return new Databases(system).column(Database.ALERT, query, parameters);
    }
}
