package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.accounting.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The people of a published study pass the county's gates as real traffic does, a day pressed into twenty seconds: none
 * is lost, none counted twice, none made up. The figures of the file were counted by other means.
 */
@ExtendWith(SharedSystem.class)
class ReplayIT {
    private static final int GATES = 6;
    private static final int PEOPLE = 544;
    private static final int READINGS = PEOPLE * 5 - 37;
    private static final int FEVERS = 197;
    private static final int THRESHOLD = 37_300;

    private static final List<String> GATE_IDS = new ArrayList<>();

    private static LocalSystem system;
    private static Traffic traffic;
    private static Ledger ledger;
    private static Summary account;

    @BeforeAll
    static void replay(LocalSystem running) throws IOException {
        var study = SharedData.file("ir-thermography/FLIR_group1.csv");
        var arrivals = SharedData.file("arrivals/metro_i94_hourly.csv");
        system = running;
        traffic = new Traffic(running, gatesWithoutOffset());
        traffic.run(List.of(
                "--replay", study.toString(), "--arrivals", arrivals.toString(), "--for", "20s", "--drain", "90s"));
        ledger = traffic.ledger();
        account = traffic.settle();
    }

    /** So that the temperatures judged are those of the file, but for the policy's own offset. */
    private static Path gatesWithoutOffset() throws IOException {
        var api = new Api(system);
        var checkpoint = api.newCheckpoint("热成像通道");
        List<Map<String, Object>> gates = new ArrayList<>();
        for (int i = 0; i < GATES; i++) {
            var gate = api.newDevice(checkpoint);
            GATE_IDS.add(gate.deviceId());
            gates.add(Map.of("deviceId", gate.deviceId(), "key", gate.key(), "checkpointId", checkpoint, "offset", 0));
        }
        return Files.write(
                Files.createTempFile(system.data().path(), "gates", ".json"),
                new ObjectMapper().writeValueAsBytes(gates));
    }

    @Test
    void the_whole_study_is_sent() throws IOException {
        assertThat(traffic.log())
                .content()
                .contains("%d people with %d readings; skipped as unusable: 37 cells, 0 people"
                        .formatted(PEOPLE, READINGS));
        assertThat(ledger.people()).isEqualTo(PEOPLE);
        assertThat(ledger.size()).isEqualTo(READINGS);
    }

    @Test
    void every_reading_is_acknowledged() {
        assertThat(ledger.where(Ledger.Line::ok).size()).isEqualTo(READINGS);
    }

    @Test
    void every_acknowledged_reading_is_one_passage_and_there_is_none_besides() {
        assertThat(account.passages().expected()).isEqualTo(READINGS);
        assertThat(account.passages().agrees()).as(account.text()).isTrue();
    }

    @Test
    void what_arrived_whole_leaves_no_gap_in_any_gates_count() {
        var api = new Api(system);
        assertThat(GATE_IDS)
                .hasSize(GATES)
                .allSatisfy(gate -> api.registry(Persona.ADMIN)
                        .get("/v1/devices/" + gate + "/gaps")
                        .then()
                        .statusCode(200)
                        .body("items.missing", everyItem(equalTo(0)))
                        .body("items", not(empty())));
    }

    @Test
    void every_reading_over_the_threshold_is_in_one_episode_and_none_besides() {
        assertThat(account.fevers().expected()).isEqualTo(FEVERS);
        assertThat(account.fevers().agrees()).as(account.text()).isTrue();
    }

    @Test
    void a_feverish_person_is_one_alert() {
        var feverish = ledger.where(line -> line.judged() > THRESHOLD);
        assertThat(feverish.size()).isEqualTo(FEVERS);
        assertThat(new Databases(system)
                        .column(
                                Database.ALERT,
                                "select distinct alert_id from episode_reading where reading_id = any(?)",
                                (Object) feverish.ids().toArray(UUID[]::new)))
                .hasSize((int) feverish.people());
    }
}
