package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.WebhookReceiver.Attempt;
import io.feverline.systemtests.WebhookReceiver.Health;
import io.restassured.RestAssured;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Receivers fail, are busy or hang, and processes are killed: everything is told at least once, under one id, as it
 * was, and whoever is well is told at once. On a system of its own.
 */
class NotificationIT {
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final Duration OUTAGE = LONG ? Duration.ofMinutes(10) : Duration.ofSeconds(8);
    private static final Duration APART = LONG ? Duration.ofSeconds(5) : Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = LONG ? 10 : 1;
    private static final int FEVERS = 20;

    /** Sooner than people's receivers are tried again, and for longer than an outage: what waits here costs time. */
    private static final String BACKOFF = "1S,2S,5S" + ",5S".repeat(LONG ? 180 : 9);

    /** Half of what an attempt may take: whoever waits for one that hangs waits longer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static LocalSystem system;
    private static Api api;
    private static WebhookReceiver receiver;
    private static GreenMail mailServer;

    @BeforeAll
    static void start() throws IOException {
        mailServer = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));
        Map<String, String> settings = Map.of(
                "quarkus.mailer.from",
                "feverline@county.example",
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                Integer.toString(mailServer.getSmtp().getServerSetup().getPort()),
                "feverline.alert.notify.backoff",
                BACKOFF);
        system = FreshSystem.start(Service.ALERT_SERVICE, settings);
        api = new Api(system);
        receiver = new WebhookReceiver();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
        if (mailServer != null) {
            mailServer.stop();
        }
        if (system != null) {
            system.close();
        }
    }

    /** A checkpoint, its unit, and where the unit is told. */
    private record Told(String checkpoint, Api.Gate gate, UUID unit) {
        static Told at(String... paths) {
            String checkpoint = api.newCheckpoint("高速出口");
            UUID unit = UUID.randomUUID();
            new Databases(system)
                    .column(
                            Database.ALERT,
                            "INSERT INTO unit (id, name, level, area_code, checkpoint_id)"
                                    + " VALUES (?, ?, 'checkpoint', '360322101', ?) RETURNING id",
                            unit,
                            checkpoint,
                            checkpoint);
            for (String path : paths) {
                channel(Map.of(
                        "unitId",
                        unit.toString(),
                        "kind",
                        "webhook",
                        "target",
                        receiver.url(path),
                        "secret",
                        WebhookReceiver.SECRET));
            }
            return new Told(checkpoint, api.newDevice(checkpoint), unit);
        }

        private static String channel(Map<String, String> channel) {
            return api.alerts(Persona.ADMIN)
                    .body(channel)
                    .post("/v1/channels")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        void fever() {
            api.post(gate, Api.reading(38.5));
        }

        /** The alerts of so many fevers, once all are stored. */
        Set<String> alerts(int fevers) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> new TreeSet<>(new Databases(system)
                                    .column(
                                            Database.ALERT,
                                            "SELECT id FROM alert WHERE checkpoint_id = ?",
                                            checkpoint)),
                            alerts -> alerts.size() == fevers);
        }
    }

    @Test
    void who_is_ill_has_everything_when_it_is_well_and_slows_nobody_else() {
        Map<String, Health> ill = Map.of(
                "/failing", Health.FAILING,
                "/busy", Health.BUSY,
                "/hanging", Health.HANGING);
        ill.forEach((path, health) -> receiver.is(health, path));
        Told told = Told.at("/failing", "/busy", "/hanging", "/well");

        Instant end = Instant.now().plus(OUTAGE);
        List<Duration> waits = new ArrayList<>();
        while (Instant.now().isBefore(end)) {
            int before = receiver.told("/well").size();
            Instant posted = Instant.now();
            told.fever();
            await().atMost(PATIENCE).until(() -> receiver.told("/well").size() > before);
            waits.add(Duration.between(posted, Instant.now()));
            await().pollDelay(APART).until(() -> true);
        }
        ill.keySet().forEach(path -> assertThat(receiver.told(path)).as(path).isEmpty());
        ill.keySet().forEach(path -> receiver.is(Health.WELL, path));

        Set<String> alerts = told.alerts(waits.size());
        assertThat(waits)
                .as("from the post to who is well")
                .allSatisfy(wait -> assertThat(wait).isLessThan(AT_ONCE));
        assertThat(receiver.told("/well")).isEqualTo(alerts);
        for (String path : ill.keySet()) {
            await(path)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(receiver.told(path)).isEqualTo(alerts));
            assertThat(receiver.attempts(path)).as(path).anyMatch(attempt -> !attempt.taken());
            assertEachIsWhatItWas(path);
        }
        assertThat(new Meters(system, Service.ALERT_SERVICE).value("feverline_notifications_total"))
                .isGreaterThan(alerts.size());
        assertThat(RestAssured.get(system.url(Service.ALERT_SERVICE).resolve("/q/metrics"))
                        .asString())
                .as("where receivers are is in no metric")
                .doesNotContain("/hanging");
    }

    @Test
    void a_mail_arrives_once_its_server_is_there() throws MessagingException {
        Told told = Told.at();
        String channel = Told.channel(Map.of(
                "unitId", told.unit().toString(),
                "kind", "mail",
                "target", "duty@county.example"));
        told.fever();
        String message = await().atMost(PATIENCE)
                .until(
                        () -> api.alerts(Persona.ADMIN)
                                .queryParam("channel", channel)
                                .queryParam("state", "pending")
                                .get("/v1/notifications")
                                .path("items.find { it.attempts > 0 }?.messageId"),
                        Objects::nonNull);

        mailServer.start();

        assertThat(mailServer.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
        Message mail = mailServer.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("发热警报 / Fever alert " + told.checkpoint());
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + message + "@feverline>");
    }

    static Stream<Victim> kills() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(Victim.ALERT_SERVICE, Victim.POSTGRESQL));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void a_kill_loses_nothing_that_is_to_be_told(Victim victim) {
        assumeFalse(victim.isServer() && ContainerSwitch.ofThisRun().on(), "containers are not killed");
        String path = "/" + UUID.randomUUID();
        receiver.is(Health.FLAKY, path);
        Told told = Told.at(path);
        for (int i = 0; i < FEVERS / 2; i++) {
            told.fever();
        }
        await().atMost(PATIENCE).until(() -> !receiver.attempts(path).isEmpty());

        victim.kill(system);
        for (int i = FEVERS / 2; i < FEVERS; i++) {
            told.fever();
        }
        victim.start(system);

        Set<String> alerts = told.alerts(FEVERS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.told(path)).isEqualTo(alerts));
        assertEachIsWhatItWas(path);
    }

    /** Every attempt of a webhook has its body and a good signature; what is told has one id, in one webhook. */
    private static void assertEachIsWhatItWas(String path) {
        List<Attempt> attempts = receiver.attempts(path);
        assertThat(attempts).as(path).allMatch(Attempt::verified);
        assertThat(attempts.stream().collect(Collectors.groupingBy(Attempt::id)).values())
                .as("bodies by id, at %s", path)
                .allSatisfy(same -> assertThat(same)
                        .extracting(Attempt::body)
                        .containsOnly(same.get(0).body()));
        assertThat(attempts.stream()
                        .flatMap(attempt -> attempt.alerts("alert.opened").entrySet().stream()
                                .map(event -> event.getKey() + " " + event.getValue() + " " + attempt.id()))
                        .distinct())
                .as("ids by alert, at %s", path)
                .hasSameSizeAs(receiver.told(path));
    }
}
