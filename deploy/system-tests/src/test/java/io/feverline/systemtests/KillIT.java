package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.feverline.local.LocalSystem;
import io.feverline.local.accounting.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes die as in a power cut while gateways post, and come back: every count is as if nothing had been.
 */
@ExtendWith(KilledSystem.class)
class KillIT {
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final int ROUNDS = LONG ? 5 : 1;
    private static final int SOME = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static LocalSystem system;

    @BeforeAll
    static void isThere(LocalSystem running) {
        system = running;
    }

    static Stream<Arguments> kills() {
        List<Victim> victims = Arrays.stream(Victim.values())
                .filter(victim -> !victim.isServer() || LONG)
                .toList();
        return IntStream.range(0, ROUNDS * victims.size())
                .mapToObj(number -> Arguments.of(victims.get(number % victims.size()), number));
    }

    /** @param seed other people each time */
    @ParameterizedTest(name = "{0}, people {1}")
    @MethodSource("kills")
    void a_kill_during_traffic_changes_no_count(Victim victim, int seed) {
        assumeFalse(victim.isServer() && ContainerSwitch.ofThisRun().on(), "containers are not killed");
        var traffic = new Traffic(system, system.devices());
        var gateways =
                traffic.begin(List.of("--rate", "60/s", "--prevalence", "0.2", "--seed", Integer.toString(seed)));
        await().atMost(PATIENCE)
                .until(() -> traffic.ledger().where(Ledger.Line::ok).size() >= SOME);

        victim.kill(system);
        var killed = Instant.now();
        victim.start(system);
        var back = Instant.now();
        await().atMost(PATIENCE)
                .until(() -> traffic.ledger()
                                .takenBetween(back, Instant.MAX)
                                .where(Ledger.Line::ok)
                                .size()
                        >= SOME);
        traffic.end(gateways);

        var ledger = traffic.ledger();
        assertThat(ledger.takenBetween(Instant.MIN, killed).size())
                .as("readings before the kill")
                .isGreaterThanOrEqualTo(SOME);
        assertThat(ledger.takenBetween(killed, back).size())
                .as("readings while it was away")
                .isPositive();
        Summary account = traffic.settle();
        assertThat(account.ok()).as("answered with ok: %s", account.text()).isEqualTo(account.sent());
        assertThat(account.fevers().expected()).as("fevers").isPositive();
        assertThat(account.agrees()).as(account.text()).isTrue();
    }
}
