package io.feverline.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.infra.OpenIdProvider;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of who may do what ({@code access-table.csv}) is that of the documented operations, each is for its roles,
 * and what lies in another area is not there. An operation that is added without a rule fails here.
 */
@ExtendWith(SharedSystem.class)
class AccessTableIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String COUNTY = "360322";
    private static final String THIS_TOWN = "360322101";
    private static final String OTHER_TOWN = "360322102";
    private static final List<String> ROLES =
            List.of("duty-officer", "health-official", "grid-worker", "auditor", "admin");

    private static LocalSystem system;
    private static final Map<Service, JsonNode> DOCUMENTS = new EnumMap<>(Service.class);

    /** Something of each kind that was never anywhere but in the other town. */
    private static final Map<String, String> ELSEWHERE = new HashMap<>();

    /**
     * A row of the table.
     *
     * @param roles those that may; none when a one-time code does in place of a token
     * @param elsewhere the kind of thing that the path names, when an area limits it
     * @param body what is sent when something of another area is asked for
     */
    record Rule(String service, String operation, String roles, String elsewhere, String body) {
        Service at() {
            return Service.valueOf(service.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }

        Set<String> allowed() {
            return roles.isEmpty() ? Set.of() : Set.of(roles.split(" ", -1));
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    @BeforeAll
    static void somethingIsElsewhere(LocalSystem running) throws IOException {
        system = running;
        for (Service service : List.of(Service.ALERT_SERVICE, Service.REGISTRY_SERVICE)) {
            DOCUMENTS.put(
                    service,
                    new ObjectMapper()
                            .readTree(given().baseUri(system.url(service).toString())
                                    .queryParam("format", "json")
                                    .get("/q/openapi")
                                    .asString()));
        }
        var api = new Api(running);
        String checkpoint = api.newCheckpoint("桐木检查站", OTHER_TOWN);
        var gate = api.newDevice(checkpoint);
        var traveller =
                Map.of("documentType", "passport", "documentNumber", "E" + Math.abs(gate.hashCode() % 100_000_000));
        var plate = Map.of("plate", "赣J" + String.format("%05d", Math.abs(gate.hashCode() % 100_000)));
        var fever = Api.reading(38.6);
        fever.put("traveller", traveller);
        fever.put("vehicle", plate);
        api.post(gate, fever);
        ELSEWHERE.put("checkpoint", checkpoint);
        // Tomorrow's: one is expected of the first shift that begins after the checkpoint was registered.
        ELSEWHERE.put(
                "report",
                checkpoint + "/" + LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1) + "/day");
        ELSEWHERE.put("device", gate.deviceId());
        ELSEWHERE.put("reading", fever.get("id").toString());
        String unit = created("admin", "/v1/units", Map.of("name", "桐木镇", "level", "township", "areaCode", OTHER_TOWN));
        ELSEWHERE.put("unit", unit);
        ELSEWHERE.put(
                "handover", created("duty-officer", "/v1/handovers", Map.of("unitId", unit, "note", "演练 / a drill")));
        ELSEWHERE.put("channel", inserted("""
                WITH u AS (INSERT INTO unit (id, name, level, area_code)
                    VALUES (?::uuid, '桐木站', 'checkpoint', ?) RETURNING id)
                INSERT INTO channel (id, unit_id, kind, target, least_severity, enabled)
                SELECT gen_random_uuid(), id, 'wecom', 'http://localhost:1/', 'low', true FROM u RETURNING id""", OTHER_TOWN));
        ELSEWHERE.put("notification", inserted("""
                INSERT INTO notification (id, channel_id, event, severity, confirmed, alerts, bundle, created_at)
                VALUES (?::uuid, ?::uuid, 'channel.test', 'low', false, 0, 'test', now())
                RETURNING id""", ELSEWHERE.get("channel")));
        ELSEWHERE.put("silence", inserted("""
                INSERT INTO silence (id, area_code, starts_at, ends_at, reason, created_by)
                VALUES (?::uuid, ?, now(), now() + interval '1 hour', '演练', 'nobody') RETURNING id""", OTHER_TOWN));
        await().atMost(SOON).untilAsserted(() -> {
            ELSEWHERE.put("traveller", found(Service.REGISTRY_SERVICE, "/v1/travellers/search", traveller));
            ELSEWHERE.put("vehicle", found(Service.REGISTRY_SERVICE, "/v1/vehicles/search", plate));
            ELSEWHERE.put(
                    "alert",
                    given().baseUri(system.url(Service.ALERT_SERVICE).toString())
                            .auth()
                            .oauth2(token("health-official", COUNTY))
                            .queryParam("checkpoint", checkpoint)
                            .get("/v1/alerts")
                            .then()
                            .body("items", hasSize(1))
                            .extract()
                            .path("items[0].id"));
        });
        ELSEWHERE.put(
                "follow-up",
                new Databases(system)
                        .column(Database.REGISTRY, """
                INSERT INTO follow_up (traveller_id, cause, opened_at, area_code, caused_by, asked, ends)
                VALUES (?::uuid, 'CONFIRMED_FEVER', now(), ?, '{}', '{}', 0) RETURNING id""", ELSEWHERE.get("traveller"), OTHER_TOWN)
                        .get(0));
    }

    private static String created(String role, String path, Map<String, String> body) {
        return given().baseUri(system.url(Service.ALERT_SERVICE).toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token(role, COUNTY))
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String inserted(String statement, String where) {
        return new Databases(system)
                .column(Database.ALERT, statement, UUID.randomUUID().toString(), where)
                .get(0);
    }

    private static String found(Service service, String path, Map<String, String> sought) {
        return given().baseUri(system.url(service).toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token("health-official", COUNTY))
                .body(sought)
                .post(path)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    static List<Rule> rules() throws IOException {
        try (var table = AccessTableIT.class.getResourceAsStream("/access-table.csv")) {
            return new CsvMapper()
                    .readerFor(Rule.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Rule>readValues(table)
                    .readAll();
        }
    }

    static Stream<Rule> rulesOfRoles() throws IOException {
        return rules().stream().filter(rule -> !rule.allowed().isEmpty());
    }

    static Stream<Rule> rulesOfAreas() throws IOException {
        return rules().stream().filter(rule -> !rule.elsewhere().isEmpty());
    }

    @Test
    void every_documented_operation_has_a_rule_and_every_rule_an_operation() throws IOException {
        List<String> documented = new ArrayList<>();
        DOCUMENTS.forEach((service, document) -> document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> documented.add(
                                service.folder() + " " + method.toUpperCase(Locale.ROOT) + " " + path.getKey()))));

        assertThat(rules())
                .extracting(rule -> rule.service() + " " + rule.operation())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("rulesOfRoles")
    void an_operation_is_for_its_roles(Rule rule) {
        Set<String> let = new TreeSet<>();
        for (String role : ROLES) {
            int status = status(rule, NOBODY, token(role, COUNTY), "{}");
            assertThat(status).as("as %s", role).isNotEqualTo(401).isLessThan(500);
            if (status != 403) {
                let.add(role);
            }
        }
        assertThat(let).isEqualTo(new TreeSet<>(rule.allowed()));
    }

    @ParameterizedTest
    @MethodSource("rulesOfAreas")
    void what_lies_in_another_area_is_not_there(Rule rule) {
        for (String role : rule.allowed()) {
            String id = ELSEWHERE.getOrDefault(rule.elsewhere(), NOBODY);
            assertThat(status(rule, id, token(role, THIS_TOWN), rule.body()))
                    .as("%s of this town", role)
                    .isEqualTo(404);
            assertThat(status(rule, id, token(role, COUNTY), rule.body()))
                    .as("%s of the county", role)
                    .isNotIn(401, 403, 404)
                    .isLessThan(500);
        }
    }

    /** With headers by which each operation comes to an end, and changes nothing that is seen. */
    private static int status(Rule rule, String id, String token, String body) {
        String contentType = DOCUMENTS
                .get(rule.at())
                .get("paths")
                .get(rule.path())
                .get(rule.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content")
                .properties()
                .stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/json");
        return given().baseUri(system.url(rule.at()).toString())
                .contentType(contentType)
                .header("If-Match", "\"seen long ago\"")
                .header("Last-Event-ID", "none")
                .auth()
                .oauth2(token)
                .body(rule.method().equals("GET") ? "" : body)
                .request(rule.method(), path(rule, id))
                .statusCode();
    }

    /** With an id for each name in it, or parts of one. */
    private static String path(Rule rule, String id) {
        String path = rule.path();
        if (id.contains("/")) {
            for (String part : id.split("/", -1)) {
                path = path.replaceFirst("\\{[^}]*}", part);
            }
        }
        return path.replaceAll("\\{[^}]*}", id);
    }

    private static String token(String role, String area) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", role);
        claims.put("aud", List.of(OpenIdProvider.AUDIENCE));
        claims.put("roles", List.of(role));
        claims.put("area", area);
        claims.put("jti", UUID.randomUUID().toString());
        return system.openId().token(claims, HOUR);
    }
}
