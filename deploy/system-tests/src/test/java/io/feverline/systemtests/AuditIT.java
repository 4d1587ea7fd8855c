package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.infra.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has the rows, the heads and the public key can tell whether anybody changed the log. */
@ExtendWith(SharedSystem.class)
class AuditIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void waitForAHead(LocalSystem system) {
        var databases = new Databases(system);
        await().atMost(SOON)
                .until(() -> !databases
                                .column(Database.REGISTRY, "select seq from audit_head")
                                .isEmpty()
                        && databases
                                .column(Database.REGISTRY, "select id from outbox limit 1")
                                .isEmpty());
    }

    @Test
    void the_command_finds_the_log_of_a_running_system_intact(LocalSystem system) throws Exception {
        Said said = verify(system);

        assertThat(said.text()).contains("✓ 完好 intact").doesNotContain(" 0 个签名链头相符");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void the_auditor_finds_it_intact_and_kept_by_the_database(LocalSystem system) {
        new Api(system)
                .registry(Persona.AUDITOR)
                .post("/v1/audit/verifications")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("appendOnly", equalTo(true))
                .body("forgedHeads", equalTo(0));
    }

    @Test
    void the_command_finds_what_was_cut_off(LocalSystem system) throws Exception {
        change(system, "create table taken as select * from audit_row");
        change(system, "create table taken_heads as select * from audit_head");
        change(system, "truncate audit_row cascade");
        try {
            Said said = verify(system);

            assertThat(said.text()).contains("末尾被截去");
            assertThat(said.exitCode()).isEqualTo(1);
        } finally {
            change(system, "truncate audit_row cascade");
            change(system, "insert into audit_row select * from taken");
            change(system, "insert into audit_head select * from taken_heads");
            change(system, "drop table taken, taken_heads");
        }
    }

    private record Said(String text, int exitCode) {}

    private static Said verify(LocalSystem system) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                "deploy/verify-audit",
                "--jdbc-url",
                system.jdbcUrl(Database.REGISTRY),
                "--user",
                Postgres.USER,
                "--bootstrap-servers",
                system.bootstrapServers(),
                "--public-keyset",
                system.data().path().resolve("audit-public-keyset.json").toString());
        command.directory(Path.of("../..").toFile()).redirectErrorStream(true);
        command.environment().put("PGPASSWORD", system.databasePassword());
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(text, process.waitFor());
    }

    private static void change(LocalSystem system, String sql) {
        new Databases(system).change(Database.REGISTRY, sql);
    }
}
