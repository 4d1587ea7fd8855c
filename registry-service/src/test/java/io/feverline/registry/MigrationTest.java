package io.feverline.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an installation of the first release has is still there after an update. */
class MigrationTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void a_first_release_is_updated() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        flyway("3").migrate();
        execute("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL)");
        execute("INSERT INTO checkpoint VALUES ('north', 'x', 'CORRIDOR', '360000')");
        execute("INSERT INTO device VALUES ('live', 'north', 'FOREHEAD', 'BODY', 0, '\\x0102030405', 3)");
        execute("INSERT INTO device VALUES ('revoked', 'north', 'FOREHEAD', 'BODY', 0, NULL, 4)");
        execute("""
                INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                    clock_ahead, temperature, mode, site, device_offset)
                SELECT ('00000000-0000-0000-0000-00000000000' || id)::uuid, now() - age, now() - age, 'live', 'north', '360000', 'LIVE',
                    false, 36600, 'BODY', 'FOREHEAD', 0
                FROM (VALUES (1, interval '1 day'), (1, interval '2 days'), (2, interval '90 days')) AS p (id, age)
                """);
        execute("""
                INSERT INTO identity_access (accessed_at, subject, area, purpose, traveller_id, reading_id)
                SELECT now(), 'li', '360322', purpose, gen_random_uuid(), gen_random_uuid()
                FROM unnest(ARRAY['case 1', 'case 2']) AS p (purpose)
                """);
        flyway("8").migrate();
        execute("INSERT INTO key_region VALUES ('hubei', '湖北省', '42', NULL, 'HIGH', '2020-01-23', NULL, 'x', 7)");
        flyway("latest").migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_live_key_stays_live() throws SQLException {
        assertThat(query("SELECT device_id || ' ' || encode(hash, 'hex') FROM device_key"))
                .isEqualTo("live 0102030405");
    }

    @Test
    void a_revoked_device_stays_revoked() throws SQLException {
        assertThat(query("SELECT count(*) FROM device_key WHERE device_id = 'revoked'"))
                .isEqualTo("0");
    }

    @Test
    void what_can_still_be_sent_again_has_a_receipt_of_its_first_arrival() throws SQLException {
        assertThat(query(
                        "SELECT string_agg(right(reading_id::text, 1) || ' ' || (now() - received_at > '47 hours'), ',')"
                                + " FROM receipt"))
                .isEqualTo("1 true");
    }

    @Test
    void the_audit_log_begins_with_the_identities_that_were_opened() throws SQLException {
        assertThat(query("SELECT string_agg(seq || ' ' || actor || ' ' || act || ' ' || purpose, ', ' ORDER BY seq)"
                        + " FROM audit_row"))
                .isEqualTo("1 li identity.open case 1, 2 li identity.open case 2");
    }

    @Test
    void key_regions_that_are_listed_are_looked_for_in_what_is_stored() throws SQLException {
        assertThat(query("SELECT string_agg(region_id || ' ' || region_version || ' '"
                        + " || (now() - begins < interval '14 days 1 hour'), ', ') FROM key_region_run"))
                .isEqualTo("hubei 7 true");
    }

    @Test
    void a_checkpoint_that_was_there_owes_daily_reports_from_the_update_on() throws SQLException {
        assertThat(query("SELECT (now() - registered_at < interval '10 minutes')::text FROM checkpoint"))
                .isEqualTo("true");
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .target(target)
                .placeholders(Map.of("service-role", "postgres"))
                .load();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
