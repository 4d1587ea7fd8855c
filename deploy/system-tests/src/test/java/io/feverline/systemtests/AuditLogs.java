package io.feverline.systemtests;

import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.time.Duration;

/** The audit log of a system, as somebody sees it who does not trust the service. */
record AuditLogs(LocalSystem system) {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Returns once an end of the log is signed and on its topic. */
    void awaitHead() {
        var databases = new Databases(system);
        await().atMost(SOON)
                .until(() -> !databases
                                .column(Database.REGISTRY, "select seq from audit_head")
                                .isEmpty()
                        && databases
                                .column(Database.REGISTRY, "select id from outbox limit 1")
                                .isEmpty());
    }

    /** What {@code deploy/verify-audit} says of it. */
    Said verify() {
        return Said.by(
                system,
                "deploy/verify-audit",
                "--jdbc-url",
                system.jdbcUrl(Database.REGISTRY),
                "--user",
                Postgres.USER,
                "--bootstrap-servers",
                system.bootstrapServers(),
                "--public-keyset",
                system.keysets().auditPublicKey().toString());
    }
}
