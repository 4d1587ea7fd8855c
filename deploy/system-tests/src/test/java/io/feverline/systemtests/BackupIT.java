package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.local.accounting.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Both databases are backed up while gateways post and officials search, are lost a while later, and are restored; then
 * the services read the topics from the beginning. All of it happens once, on a system of its own, before the first
 * test.
 */
class BackupIT {
    private static final Logger LOG = Logger.getLogger(BackupIT.class.getName());

    private static final int MANY = 3_000;
    private static final int SEARCHES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** All that is known, but for ids that are drawn when somebody is first seen, and for when it was stored. */
    private static final Map<String, Database> FIGURES = Map.of(
            """
            select concat_ws('|', p.reading_id, p.measured_at, p.received_at, p.device_id, p.checkpoint_id, p.area_code,
                p.lane, p.temperature, p.seq, p.boot_id, p.recheck_of, t.token, v.token, p.trip, p.seat)
            from passage p left join traveller t on t.id = p.traveller_id left join vehicle v on v.id = p.vehicle_id
            order by 1""",
            Database.REGISTRY,
            "select concat_ws('|', token, first_seen_at, last_seen_at, sealed_reading_id) from traveller order by 1",
            Database.REGISTRY,
            "select concat_ws('|', token, first_seen_at, last_seen_at, sealed_reading_id) from vehicle order by 1",
            Database.REGISTRY,
            "select concat_ws('|', reading_id, received_at, digest, repeated_at, reused) from receipt order by 1",
            Database.REGISTRY,
            "select concat_ws('|', device_id, boot_id, arrived, duplicates, replays) from device_sequence order by 1",
            Database.REGISTRY,
            "select v::text from verdict v order by 1",
            Database.REGISTRY,
            """
            select concat_ws('|', episode_id, episode_state, historic, reading_id, readings, severity) from alert
            order by 1""",
            Database.ALERT,
            "select concat_ws('|', reading_id, verdict, temperature, policy_version) from episode_reading order by 1",
            Database.ALERT);

    private static LocalSystem system;
    private static Databases databases;
    private static Traffic traffic;
    private static Instant began;
    private static Instant ended;
    private static Said backedUp;
    private static Said restored;
    private static JsonNode manifest;
    private static JsonNode manifestOfRestored;
    private static Map<String, List<String>> before;
    private static List<String> alertsRestored;
    private static Summary account;

    @BeforeAll
    static void lossAndReturn() throws IOException {
        system = FreshSystem.start();
        databases = new Databases(system);
        traffic = new Traffic(system, system.devices());
        var gateways = traffic.begin(List.of("--rate", "300/s", "--prevalence", "0.1", "--seed", "26"));
        search();
        awaitTaken(Instant.MIN, MANY);
        new AuditLogs(system).awaitHead();

        began = Instant.now();
        Path backup = system.data().path().resolve("backup.zip");
        backedUp = backUp(backup);
        ended = Instant.now();
        manifest = manifest(backup);
        awaitTaken(ended, MANY / 2);
        traffic.end(gateways);
        assertThat(traffic.settle().agrees()).as("the account before the loss").isTrue();
        before = figures();

        lose();
        restored = Said.by(
                system,
                "deploy/restore",
                "--registry",
                system.jdbcUrl(Database.REGISTRY),
                "--alert",
                system.jdbcUrl(Database.ALERT),
                "--bootstrap-servers",
                system.bootstrapServers(),
                backup.toString());
        LOG.info(restored::text);
        assertThat(restored.exitCode()).as(restored.text()).isZero();
        Path again = system.data().path().resolve("backup-of-restored.zip");
        backUp(again);
        manifestOfRestored = manifest(again);
        alertsRestored = databases.column(Database.ALERT, "select id from alert order by id");

        system.service(Service.ALERT_SERVICE).start();
        system.service(Service.REGISTRY_SERVICE).start();
        account = traffic.settle();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    private static void search() {
        var api = new Api(system);
        IntStream.range(0, SEARCHES)
                .forEach(number -> api.registry(Persona.COUNTY_OFFICIAL)
                        .body(Map.of("documentType", "passport", "documentNumber", "E1234%04d".formatted(number)))
                        .post("/v1/travellers/search")
                        .then()
                        .statusCode(200));
    }

    private static void awaitTaken(Instant since, int readings) {
        await().atMost(PATIENCE)
                .until(() -> traffic.ledger()
                                .takenBetween(since, Instant.MAX)
                                .where(Ledger.Line::ok)
                                .size()
                        >= readings);
    }

    private static Said backUp(Path file) {
        Said said = Said.by(
                system,
                "deploy/backup",
                "--registry",
                system.jdbcUrl(Database.REGISTRY),
                "--alert",
                system.jdbcUrl(Database.ALERT),
                file.toString());
        LOG.info(said::text);
        assertThat(said.exitCode()).as(said.text()).isZero();
        return said;
    }

    private static JsonNode manifest(Path backup) throws IOException {
        try (var archive = new ZipFile(backup.toFile());
                var json = archive.getInputStream(archive.getEntry("manifest.json"))) {
            return new ObjectMapper().readTree(json).get("databases");
        }
    }

    private static Map<String, List<String>> figures() {
        return FIGURES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, figure -> databases.column(figure.getValue(), figure.getKey())));
    }

    /** Each is dropped from within the other. */
    private static void lose() {
        system.service(Service.REGISTRY_SERVICE).stop();
        system.service(Service.ALERT_SERVICE).stop();
        databases.change(Database.ALERT, "drop database registry with (force)");
        databases.change(Database.ALERT, "create database registry");
        databases.change(Database.REGISTRY, "drop database alert with (force)");
        databases.change(Database.REGISTRY, "create database alert");
    }

    @Test
    void gateways_post_before_while_and_after_it_is_made() {
        var ledger = traffic.ledger().where(Ledger.Line::ok);

        assertThat(ledger.takenBetween(Instant.MIN, began).size()).isGreaterThanOrEqualTo(MANY);
        assertThat(ledger.takenBetween(began, ended).size()).isPositive();
        assertThat(ledger.takenBetween(ended, Instant.MAX).size()).isGreaterThanOrEqualTo(MANY / 2);
    }

    @Test
    void it_tells_rows_size_speed_and_where_the_audit_log_ends() {
        assertThat(backedUp.text()).contains("registry", "alert", "MiB/s", "审计末行 audit ends at", "✓ 已备份 backed up");
    }

    @Test
    void every_table_is_restored_as_it_was_backed_up() {
        for (int database = 0; database < 2; database++) {
            for (String part : List.of("tables", "sequences", "migrations", "auditEnd")) {
                assertThat(manifestOfRestored.get(database).get(part))
                        .as(part)
                        .containsExactlyInAnyOrderElementsOf(
                                manifest.get(database).get(part));
            }
        }
        assertThat(restored.text()).contains("✓ 已恢复，与备份一致");
    }

    @Test
    void what_came_after_it_is_made_whole_by_the_topics() {
        assertThat(account.passages().expected()).isGreaterThanOrEqualTo(MANY * 3 / 2);
        assertThat(account.fevers().expected()).isPositive();
        assertThat(account.agrees()).as(account.text()).isTrue();
    }

    @Test
    void what_is_read_again_changes_no_figure() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(figures()).containsExactlyInAnyOrderEntriesOf(before));
    }

    @Test
    void alerts_keep_their_ids() {
        assertThat(databases.column(Database.ALERT, "select id from alert"))
                .containsAll(alertsRestored)
                .hasSizeGreaterThan(alertsRestored.size());
        assertThat(alertsRestored).isNotEmpty();
    }

    @Test
    void the_audit_log_agrees_with_its_heads_and_goes_on() {
        long end = manifest.get(0).get("auditEnd").get("seq").asLong();
        search();

        Said said = new AuditLogs(system).verify();

        assertThat(said.text()).contains("✓ 完好 intact", (end + SEARCHES) + " 行可信");
        assertThat(said.text()).doesNotContain(" 0 个签名链头相符");
        assertThat(said.exitCode()).isZero();
    }
}
