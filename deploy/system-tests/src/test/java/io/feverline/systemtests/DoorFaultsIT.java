package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.feverline.events.Topic;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.ServiceProcess;
import io.feverline.local.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The door and its brokers fail under load, each in its way. Afterwards what was acknowledged is stored, what was
 * refused is not, and nothing is stored twice.
 */
@ExtendWith(KilledSystem.class)
class DoorFaultsIT {
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final int KILLS = LONG ? 20 : 2;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(LONG ? 60 : 20);
    private static final List<String> LOAD = List.of("--rate", "100/s", "--prevalence", "0.2");
    private static final int SOME = 100;
    private static final int SOME_ANSWERS = 10;

    /** Together more than may wait for the brokers, which is 20,000 of a lane. */
    private static final int BACKLOG_GATES = 24;

    private static final int BACKLOG_EACH = 900;

    /** After the brokers' return. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    /** A producer gives a reading up after 6 s; the rest is for a busy machine. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private static final double MOST_MEBIBYTES = 350;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static LocalSystem system;

    @BeforeAll
    static void isThere(LocalSystem running) {
        system = running;
    }

    private final Gates gates = Gates.at("故障演练", system, 3);
    private final Gates knocking = Gates.at("故障演练", system, 1);
    private final Traffic traffic = new Traffic(system, gates.file("forehead", "forehead", Gates.NOWHERE));
    private final Knocker knocker = new Knocker(system, knocking.all().get(0), 36.6);
    private final Meters meters = new Meters(system, Service.CHECKPOINT_INGEST);

    @AfterEach
    void endKnocking() {
        knocker.end();
    }

    @Test
    void a_door_that_is_killed_every_ten_seconds_loses_nothing() {
        var gateways = begin();
        var killed = Instant.now();
        for (int kill = 0; kill < KILLS; kill++) {
            var due = killed.plus(BETWEEN_KILLS);
            var back = Instant.now();
            await().atMost(PATIENCE)
                    .until(() ->
                            Instant.now().isAfter(due) && acceptedSince(back).size() >= SOME);
            door().kill();
            killed = Instant.now();
            door().start();
        }

        assertThatTheLedgersAreTrueAfter(gateways);
    }

    @Test
    void a_silent_broker_is_told_within_bounds_and_forgotten_when_it_speaks() {
        var backlogGates = Gates.at("故障演练", system, BACKLOG_GATES);
        var backlog = new Backlog(system, backlogGates.all(), BACKLOG_EACH);
        var gateways = begin();

        system.brokerServer().pause();
        var silent = Instant.now();
        backlog.send();
        double mebibytes = mostMebibytesUntil(silent.plus(SILENCE));
        double turnedAway = meters.value("feverline_requests_full_total");
        system.brokerServer().resume();
        var back = Instant.now();

        assertThatItRecovered(back);
        assertThatAllWerePutOff(knocker.answersBetween(silent, back));
        assertThat(turnedAway).as("requests turned away at once").isPositive();
        assertThat(mebibytes).as("resident memory, MiB").isLessThanOrEqualTo(MOST_MEBIBYTES);
        await().atMost(PATIENCE).until(backlog::done);
        assertThatTheLedgersAreTrueAfter(gateways);
        assertThatStored(backlogGates, backlog.readings(), backlog.readings());
    }

    @Test
    void a_broker_that_dies_is_told_and_forgotten_when_it_is_back() {
        assumeFalse(ContainerSwitch.ofThisRun().on(), "containers are not killed");
        var gateways = begin();

        system.brokerServer().kill();
        var gone = Instant.now();
        var returning = afterSomeAnswersSince(gone);
        startTheBroker();
        var back = Instant.now();

        assertThatItRecovered(back);
        assertThatAllWerePutOff(knocker.answersBetween(gone, returning));
        assertThatTheLedgersAreTrueAfter(gateways);
    }

    @Test
    void a_door_that_starts_before_its_broker_says_so_until_it_is_there() {
        assumeFalse(ContainerSwitch.ofThisRun().on(), "containers are not killed");
        var gateways = begin();

        door().kill();
        system.brokerServer().kill();
        door().begin();
        var gone = Instant.now();
        var returning = afterSomeAnswersSince(gone);
        startTheBroker();
        var back = Instant.now();

        assertThatItRecovered(back);
        assertThatAllWerePutOff(knocker.answersBetween(gone, returning));
        assertThat(knocker.answersBetween(gone, returning))
                .extracting(Knocker.Answer::problem)
                .allMatch(problem -> problem.contains("urn:feverline:problem:starting"));
        assertThatTheLedgersAreTrueAfter(gateways);
    }

    /** Gateways and the knocker, once they are well under way. */
    private Child begin() {
        var gateways = traffic.begin(LOAD);
        knocker.start();
        await().atMost(PATIENCE)
                .until(() -> acceptedSince(Instant.MIN).size() >= SOME && knocker.hasAcceptedSince(Instant.MIN));
        return gateways;
    }

    private static ServiceProcess door() {
        return system.service(Service.CHECKPOINT_INGEST);
    }

    private Ledger acceptedSince(Instant when) {
        return traffic.ledger().takenBetween(when, Instant.MAX).where(Ledger.Line::ok);
    }

    private Instant afterSomeAnswersSince(Instant when) {
        await().atMost(PATIENCE)
                .until(() -> knocker.answersBetween(when, Instant.MAX).size() >= SOME_ANSWERS);
        return Instant.now();
    }

    private double mostMebibytesUntil(Instant end) {
        double most = 0;
        while (Instant.now().isBefore(end)) {
            most = Math.max(most, meters.residentMebibytes());
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        }
        return most;
    }

    /** Returns when it leads all partitions of both lanes: it listens a while before that. */
    private static void startTheBroker() {
        system.brokerServer().start();
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", system.bootstrapServers(),
                "reconnect.backoff.max.ms", "50",
                "retry.backoff.max.ms", "50"))) {
            admin.listOffsets(Stream.of(Topic.READINGS, Topic.READINGS_BACKFILL)
                            .flatMap(topic -> IntStream.range(0, topic.partitions())
                                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not come back", e);
        }
    }

    private void assertThatItRecovered(Instant back) {
        await().atMost(PATIENCE).until(() -> knocker.hasAcceptedSince(back));
        var first = knocker.answers().stream()
                .filter(answer -> answer.accepted() && answer.came().isAfter(back))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(back, first.came())).as("recovery").isLessThanOrEqualTo(RECOVERY);
    }

    private static void assertThatAllWerePutOff(List<Knocker.Answer> answers) {
        assertThat(answers).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.retryAfter()).matches("[1-9][0-9]*");
            assertThat(answer.took()).isLessThanOrEqualTo(LONGEST_ANSWER);
        });
    }

    /** After draining: ok − stored and rejected ∩ stored are empty, duplicates are none. */
    private void assertThatTheLedgersAreTrueAfter(Child gateways) {
        knocker.end();
        traffic.end(gateways);
        var ledger = traffic.ledger();
        var ok = ledger.where(Ledger.Line::ok).ids();
        assertThat(ledger.where(line -> line.outcome().equals("rejected")).ids())
                .isNotEmpty();
        assertThat(ledger.where(line -> line.outcome().equals("unknown")).ids()).isEmpty();
        assertThatStored(gates, ok, ok);
        assertThatStored(knocking, knocker.accepted(), knocker.sent());
    }

    /** What must be stored, and what may; the first is within the second. */
    private static void assertThatStored(Gates gates, Collection<UUID> must, Collection<UUID> may) {
        await().pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gates.stored())
                        .containsAll(must)
                        .isSubsetOf(may)
                        .doesNotHaveDuplicates());
    }
}
