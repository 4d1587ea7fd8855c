package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.process.Child;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gateways are killed under load, again and again, with the door there and with the door away, and start again on the
 * queues that they left: what they had promised to keep arrives, once, and what was refused does not.
 */
@ExtendWith(SharedSystem.class)
class GatewayIT {
    private static final int ROUNDS = Boolean.getBoolean("feverline.long") ? 20 : 2;
    private static final int SOME = 150;
    private static final URI NO_DOOR = URI.create("http://127.0.0.1:9");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = 20_200_126;

    private static final Set<UUID> KEPT = new HashSet<>();

    private static LocalSystem system;
    private static Gates gates;
    private static Traffic traffic;
    private static Ledger ledger;
    private static List<UUID> stored;

    @BeforeAll
    static void killAgainAndAgain(LocalSystem running) {
        system = running;
        gates = Gates.at("断电演练", running, 3);
        traffic = new Traffic(running, gates.file("forehead", "forehead", Gates.NOWHERE));
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            boolean doorIsThere = round % 2 == 0;
            killOnce(doorIsThere, round, SOME + random.nextInt(SOME));
            traffic.queues().tear(random.nextDouble());
        }
        traffic.run(List.of("--rate", "1/s", "--for", "1s", "--drain", "120s"));
        ledger = traffic.ledger();
        traffic.settle();
        stored = gates.stored();
    }

    /** With the door there the kill comes amid outcomes, else amid readings that wait. */
    private static void killOnce(boolean doorIsThere, int round, int after) {
        List<String> options = List.of("--rate", "200/s", "--run", "round-" + round, "--seed", Integer.toString(round));
        int settledBefore = traffic.ledger().size();
        int waitingBefore = traffic.queues().waiting().size();
        Child gateways = doorIsThere ? traffic.begin(options) : traffic.begin(NO_DOOR, options);
        await().atMost(PATIENCE)
                .until(() -> doorIsThere
                        ? traffic.ledger().size() >= settledBefore + after
                        : traffic.queues().waiting().size() >= waitingBefore + after);
        gateways.kill();
        KEPT.addAll(traffic.queues().kept());
    }

    private static Set<UUID> with(String outcome) {
        return new HashSet<>(
                ledger.where(line -> line.outcome().equals(outcome)).ids());
    }

    @Test
    void every_reading_that_was_kept_has_its_outcome_in_the_end() {
        assertThat(KEPT).hasSizeGreaterThan(ROUNDS * SOME / 2);
        assertThat(ledger.ids()).containsAll(KEPT);
        assertThat(with("unknown")).isEmpty();
        assertThat(traffic.queues().waiting()).isEmpty();
    }

    @Test
    void what_is_acknowledged_is_stored() {
        assertThat(with("ok")).isNotEmpty();
        assertThat(stored).containsAll(with("ok"));
    }

    @Test
    void what_is_refused_is_not_stored() {
        assertThat(with("rejected")).isNotEmpty();
        assertThat(stored).doesNotContainAnyElementsOf(with("rejected"));
    }

    @Test
    void nothing_is_stored_twice_and_nothing_besides() {
        assertThat(stored).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(with("ok"));
    }

    @Test
    void no_number_is_missing_of_any_of_the_killed_runs() {
        var api = new Api(system);
        assertThat(gates.ids().subList(0, 2))
                .allSatisfy(gate -> api.registry(Persona.ADMIN)
                        .get("/v1/devices/" + gate + "/gaps")
                        .then()
                        .statusCode(200)
                        .body("items.missing", everyItem(equalTo(0)))
                        .body("items", not(empty())));
    }
}
