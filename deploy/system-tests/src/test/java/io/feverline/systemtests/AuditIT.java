package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has the rows, the heads and the public key can tell whether anybody changed the log. */
@ExtendWith(SharedSystem.class)
class AuditIT {
    private AuditLogs log;

    @BeforeEach
    void waitForAHead(LocalSystem system) {
        log = new AuditLogs(system);
        log.awaitHead();
    }

    @Test
    void the_command_finds_the_log_of_a_running_system_intact() {
        Said said = log.verify();

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
    void the_command_finds_what_was_cut_off(LocalSystem system) {
        change(system, "create table taken as select * from audit_row");
        change(system, "create table taken_heads as select * from audit_head");
        change(system, "truncate audit_row cascade");
        try {
            Said said = log.verify();

            assertThat(said.text()).contains("末尾被截去");
            assertThat(said.exitCode()).isEqualTo(1);
        } finally {
            change(system, "truncate audit_row cascade");
            change(system, "insert into audit_row select * from taken");
            change(system, "insert into audit_head select * from taken_heads");
            change(system, "drop table taken, taken_heads");
        }
    }

    private static void change(LocalSystem system, String sql) {
        new Databases(system).change(Database.REGISTRY, sql);
    }
}
