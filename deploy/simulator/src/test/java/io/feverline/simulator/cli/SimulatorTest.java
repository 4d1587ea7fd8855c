package io.feverline.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulatorTest {

    private static final String DEVICES = "[{\"deviceId\":\"gate-1\",\"key\":\"secret\",\"checkpointId\":\"north\"},"
            + "{\"deviceId\":\"gate-2\",\"key\":\"secret\",\"checkpointId\":\"south\",\"mode\":\"surface\","
            + "\"offset\":2.0},{\"deviceId\":\"gate-3\",\"key\":\"secret\",\"checkpointId\":\"bus\"}]";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void devices() throws IOException {
        Files.writeString(folder.resolve("devices.json"), DEVICES);
    }

    private int simulate(FlakyDoor door, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--ingest",
                door.address().toString(),
                "--devices",
                folder.resolve("devices.json").toString(),
                "--ledger",
                folder.resolve("ledger.csv").toString()));
        args.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args.toArray(String[]::new));
    }

    /** Outcome by id; the last line of an id counts. */
    private Map<String, String> ledger() throws IOException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("ledger.csv"));
        assertThat(lines.get(0)).startsWith("id,sentAt,outcome,deviceId,judged,");
        lines.stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> outcomes.put(cells[0], cells[2]));
        return outcomes;
    }

    private static List<String> with(Map<String, String> ledger, String outcome) {
        return ledger.entrySet().stream()
                .filter(entry -> entry.getValue().equals(outcome))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void through_a_failing_door_every_reading_has_one_outcome() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0.25)) {
            assertThat(simulate(door, "--rate", "150/s", "--for", "3s", "--seed", "4"))
                    .isZero();
            Map<String, String> ledger = ledger();
            assertThat(ledger).hasSize(450);
            assertThat(with(ledger, "ok")).containsExactlyInAnyOrderElementsOf(door.taken.keySet());
            assertThat(with(ledger, "rejected")).containsExactlyInAnyOrderElementsOf(door.refused.keySet());
            assertThat(with(ledger, "unknown")).isEmpty();
            assertThat(out.toString())
                    .contains("summary: sent=450 ok=" + door.taken.size() + " rejected=" + door.refused.size()
                            + " unknown=0");
        }
    }

    @Test
    void through_a_sound_door_every_reading_is_sent_once_with_its_own_number() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0)) {
            assertThat(simulate(door, "--rate", "100/s", "--for", "2s")).isZero();
            assertThat(door.taken).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            Map<String, List<JsonNode>> numbers = door.bodies.values().stream()
                    .collect(Collectors.groupingBy(body -> body.path("bootId").asText()));
            assertThat(numbers).hasSize(1);
            assertThat(door.bodies.values())
                    .allSatisfy(
                            body -> assertThat(body.path("measuredAt").asText()).endsWith("+08:00"));
        }
    }

    @Test
    void what_could_not_be_sent_waits_on_disk_for_the_next_run() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0)) {
            door.away = true;
            assertThat(simulate(door, "--rate", "100/s", "--for", "1s", "--drain", "1s", "--run", "first"))
                    .isZero();
            assertThat(with(ledger(), "unknown")).hasSize(100);
            door.away = false;
            assertThat(simulate(door, "--rate", "1/s", "--for", "1s", "--run", "second"))
                    .isZero();
            assertThat(with(ledger(), "unknown")).isEmpty();
            assertThat(ledger()).hasSize(101);
            assertThat(with(ledger(), "ok")).containsExactlyInAnyOrderElementsOf(door.taken.keySet());
            assertThat(door.batches.get()).isPositive();
        }
    }

    @Test
    void the_schedule_goes_on_while_the_door_is_away_and_the_backlog_follows() throws Exception {
        try (FlakyDoor door = new FlakyDoor(0)) {
            door.away = true;
            CompletableFuture<Integer> run =
                    CompletableFuture.supplyAsync(() -> simulate(door, "--rate", "200/s", "--for", "3s"));
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> queuedLines() >= 300);
            assertThat(door.taken).isEmpty();
            door.away = false;
            assertThat(codeOf(run)).isZero();
            assertThat(with(ledger(), "ok")).hasSize(door.taken.size());
            assertThat(ledger()).hasSize(600);
            assertThat(with(ledger(), "unknown")).isEmpty();
        }
    }

    private static int codeOf(CompletableFuture<Integer> run) throws InterruptedException, ExecutionException {
        return run.get();
    }

    private long queuedLines() throws IOException {
        Path queues = folder.resolve("ledger.csv.queue");
        if (!Files.isDirectory(queues)) {
            return 0;
        }
        long lines = 0;
        try (var files = Files.list(queues)) {
            for (Path file : files.toList()) {
                lines += Files.readString(file).lines().count();
            }
        }
        return lines;
    }

    @Test
    void half_a_line_that_a_kill_left_in_the_ledger_spoils_no_other() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0)) {
            assertThat(simulate(door, "--rate", "10/s", "--for", "1s", "--run", "first"))
                    .isZero();
            Path ledger = folder.resolve("ledger.csv");
            Files.writeString(ledger, Files.readString(ledger) + "018f6c1e-7a3b,2026-01-2");
            assertThat(simulate(door, "--rate", "10/s", "--for", "1s", "--run", "second"))
                    .isZero();
            assertThat(with(ledger(), "ok")).containsExactlyInAnyOrderElementsOf(door.taken.keySet());
        }
    }

    @Test
    void the_ledger_and_the_output_name_nobody() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0)) {
            assertThat(simulate(door, "--rate", "100/s", "--for", "1s", "--documents", "1"))
                    .isZero();
            String said = Files.readString(folder.resolve("ledger.csv")) + out + err;
            for (JsonNode body : door.bodies.values()) {
                assertThat(said)
                        .doesNotContain(body.at("/traveller/documentNumber").asText())
                        .doesNotContain(body.at("/traveller/name").asText());
            }
            assertThat(said).doesNotContain("secret");
        }
    }

    @Test
    void wrong_options_get_a_sentence() throws IOException {
        try (FlakyDoor door = new FlakyDoor(0)) {
            assertThat(simulate(door, "--for", "soon")).isEqualTo(2);
            assertThat(err.toString()).contains("write 90s, 5m or 1h30m");
            Files.writeString(folder.resolve("devices.json"), "[{\"key\":\"secret-of-gate\"");
            assertThat(simulate(door, "--for", "1s")).isEqualTo(1);
            assertThat(err.toString()).contains("no JSON array of devices").doesNotContain("secret-of-gate");
        }
    }
}
