package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.accounting.Summary;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * registry-service and PostgreSQL are killed in turn while gateways post and officials act: what was answered is on
 * record, once, and the chain holds. All rounds happen once, before the first test.
 */
@ExtendWith(KilledSystem.class)
class AuditKillIT {
    private static final boolean LONG = Boolean.getBoolean("feverline.long");
    private static final int ROUNDS = LONG ? 20 : 1;
    private static final List<Victim> VICTIMS = List.of(Victim.REGISTRY_SERVICE, Victim.POSTGRESQL);
    private static final int SOME = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static LocalSystem system;
    private static Officials officials;
    private static Summary account;
    private static Map<String, Integer> onRecord;

    @BeforeAll
    static void rounds(LocalSystem running) throws InterruptedException {
        system = running;
        var traffic = new Traffic(system, system.devices());
        var gateways = traffic.begin(List.of("--rate", "60/s", "--prevalence", "0.1", "--seed", "7"));
        await().atMost(PATIENCE)
                .until(() -> traffic.ledger().where(Ledger.Line::ok).size() >= SOME);
        awaitTravellers();

        officials = new Officials(system);
        for (int round = 0; round < ROUNDS; round++) {
            for (Victim victim : VICTIMS) {
                awaitActs();
                victim.kill(system);
                victim.start(system);
            }
        }
        awaitActs();
        officials.end();
        traffic.end(gateways);
        account = traffic.settle();
        onRecord = officials.onRecord();
    }

    private static void awaitTravellers() {
        var databases = new Databases(system);
        await().atMost(PATIENCE)
                .until(() -> !databases
                        .column(Database.REGISTRY, "select id from traveller limit 1")
                        .isEmpty());
    }

    /** So many more are answered. */
    private static void awaitActs() {
        int before = officials.answered().size();
        await().atMost(PATIENCE).until(() -> officials.answered().size() >= before + SOME);
    }

    @Test
    void acts_go_on_amid_the_kills() {
        assertThat(officials.answered()).hasSizeGreaterThan(ROUNDS * VICTIMS.size() * SOME);
        assertThat(officials.asked()).hasSizeGreaterThan(officials.answered().size());
    }

    @Test
    void every_act_that_was_answered_is_on_record() {
        assertThat(onRecord.keySet()).containsAll(officials.answered());
    }

    @Test
    void no_act_is_on_record_twice_or_unasked() {
        assertThat(Collections.max(onRecord.values())).isOne();
        assertThat(officials.asked()).containsAll(onRecord.keySet());
    }

    @Test
    void the_whole_log_agrees_with_itself_and_with_the_heads_of_each_round() {
        Said said = new AuditLogs(system).verify();

        assertThat(said.text()).contains("✓ 完好 intact");
        assertThat(said.text().lines().findFirst().map(AuditKillIT::heads).orElseThrow())
                .isGreaterThanOrEqualTo(ROUNDS * VICTIMS.size());
        assertThat(said.exitCode()).isZero();
    }

    /** Of "… rows are sound, 12 个签名链头相符 signed heads agree". */
    private static int heads(String line) {
        return Integer.parseInt(line.replaceAll("^.*, (\\d+) 个.*$", "$1"));
    }

    @Test
    void every_acknowledged_reading_is_one_passage() {
        assertThat(account.passages().expected()).isPositive();
        assertThat(account.agrees()).as(account.text()).isTrue();
    }
}
