package io.feverline.systemtests;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.local.infra.OpenIdProvider;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do and see what, by the tokens of the real provider at the real doors. */
@ExtendWith(SharedSystem.class)
class AccessIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String OTHER_TOWN = "360322102";

    /** A gateway that has no key yet shows a code in its request. */
    private static final String BY_ONE_TIME_CODE = "post /v1/enrolments";

    /** Passed through both towns. */
    private static final Map<String, String> WANDERER =
            Map.of("documentType", "resident-id", "documentNumber", "360322196604121234");

    /** Was never in the township official's town. */
    private static final Map<String, String> STRANGER =
            Map.of("documentType", "resident-id", "documentNumber", "360322197305281234");

    private static LocalSystem system;
    private static Api api;
    private static String here;
    private static String there;
    private static Api.Gate gateThere;
    private static String feverHere;
    private static String feverThere;
    private static List<String> toldToTheTownship;

    @BeforeAll
    static void feversInTwoTowns(LocalSystem running) throws IOException, InterruptedException {
        system = running;
        api = new Api(running);
        here = api.newCheckpoint("上栗检查站");
        there = api.newCheckpoint("桐木检查站", OTHER_TOWN);
        var gateHere = api.newDevice(here);
        gateThere = api.newDevice(there);
        try (var township = AlertStream.open(running, Persona.TOWNSHIP_OFFICIAL);
                var county = AlertStream.open(running, Persona.COUNTY_OFFICIAL)) {
            feverThere = fever(gateThere, STRANGER);
            county.next(feverThere);
            api.post(gateThere, of(WANDERER, 36.5));
            feverHere = fever(gateHere, WANDERER);
            township.next(feverHere);
            toldToTheTownship = List.copyOf(township.told().keySet());
        }
        await().atMost(SOON).untilAsserted(() -> {
            search(Persona.COUNTY_OFFICIAL, STRANGER).statusCode(200).body("items", hasSize(1));
            api.registry(Persona.COUNTY_OFFICIAL)
                    .get(passagesOf(WANDERER))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2));
        });
    }

    private static String fever(Api.Gate gate, Map<String, String> traveller) {
        var reading = of(traveller, 38.7);
        api.post(gate, reading);
        return reading.get("id").toString();
    }

    private static Map<String, Object> of(Map<String, String> traveller, double celsius) {
        var reading = Api.reading(celsius);
        reading.put("traveller", traveller);
        return reading;
    }

    private static ValidatableResponse search(Persona persona, Map<String, String> document) {
        return api.registry(persona)
                .body(document)
                .post("/v1/travellers/search")
                .then();
    }

    private static String idOf(Map<String, String> document) {
        return search(Persona.COUNTY_OFFICIAL, document)
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String passagesOf(Map<String, String> document) {
        return "/v1/travellers/" + idOf(document) + "/passages";
    }

    // What the area claim limits.

    @Test
    void a_town_sees_its_own_alerts_only() {
        alertsSeenBy(Persona.COUNTY_OFFICIAL, hasItem(feverHere));
        alertsSeenBy(Persona.COUNTY_OFFICIAL, hasItem(feverThere));
        alertsSeenBy(Persona.TOWNSHIP_OFFICIAL, hasItem(feverHere));
        alertsSeenBy(Persona.TOWNSHIP_OFFICIAL, not(hasItem(feverThere)));
    }

    private static void alertsSeenBy(Persona persona, Matcher<?> readings) {
        api.alerts(persona)
                .queryParam("limit", 500)
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.readingId", readings);
    }

    @Test
    void a_town_cannot_ask_for_another_towns_alerts() {
        api.alerts(Persona.TOWNSHIP_OFFICIAL)
                .queryParam("area", OTHER_TOWN)
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items", empty());
        String alert = api.alerts(Persona.COUNTY_OFFICIAL)
                .queryParam("checkpoint", there)
                .get("/v1/alerts")
                .then()
                .extract()
                .path("items[0].id");
        api.alerts(Persona.COUNTY_OFFICIAL).get("/v1/alerts/" + alert).then().statusCode(200);
        api.alerts(Persona.TOWNSHIP_OFFICIAL).get("/v1/alerts/" + alert).then().statusCode(404);
    }

    @Test
    void a_town_is_told_its_own_alerts_only() {
        assertThat(toldToTheTownship).contains(feverHere).doesNotContain(feverThere);
    }

    @Test
    void a_town_sees_only_those_stations_of_a_journey_that_lie_in_it() {
        api.registry(Persona.COUNTY_OFFICIAL)
                .get(passagesOf(WANDERER))
                .then()
                .statusCode(200)
                .body("items.checkpointId", containsInAnyOrder(here, there));
        api.registry(Persona.TOWNSHIP_OFFICIAL)
                .get(passagesOf(WANDERER))
                .then()
                .statusCode(200)
                .body("items.checkpointId", contains(here));
    }

    @Test
    void a_town_knows_nobody_who_was_never_there() {
        search(Persona.TOWNSHIP_OFFICIAL, STRANGER).statusCode(200).body("items", empty());
        api.registry(Persona.TOWNSHIP_OFFICIAL).get(passagesOf(STRANGER)).then().statusCode(404);
        api.registry(Persona.TOWNSHIP_OFFICIAL)
                .body(Map.of("purpose", "好奇"))
                .post("/v1/travellers/" + idOf(STRANGER) + "/identity")
                .then()
                .statusCode(404);
    }

    @Test
    void a_town_sees_its_own_checkpoints_and_devices_only() {
        for (String path : List.of("/v1/checkpoints/" + there, "/v1/devices/" + gateThere.deviceId())) {
            api.registry(Persona.COUNTY_OFFICIAL).get(path).then().statusCode(200);
            api.registry(Persona.TOWNSHIP_OFFICIAL).get(path).then().statusCode(404);
        }
        api.registry(Persona.TOWNSHIP_OFFICIAL)
                .queryParam("limit", 500)
                .get("/v1/checkpoints")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(here))
                .body("items.id", not(hasItem(there)));
    }

    @Test
    void whose_token_names_no_area_sees_nothing() {
        var claims = claimsOf(Persona.COUNTY_OFFICIAL);
        claims.remove("area");
        String token = system.openId().token(claims, HOUR);
        as(Service.ALERT_SERVICE, token)
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(Service.REGISTRY_SERVICE, token)
                .get("/v1/checkpoints")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    // What roles limit; the whole table is AccessTableIT's.

    @Test
    void the_area_tree_is_imported_by_the_administrator_only() {
        for (Persona persona : EnumSet.complementOf(EnumSet.of(Persona.ADMIN))) {
            as(Service.REGISTRY_SERVICE, system.token(persona))
                    .contentType("text/csv")
                    .body("code,level,name,parent\n")
                    .post("/v1/areas/import")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void who_has_no_role_does_nothing() {
        var claims = claimsOf(Persona.COUNTY_OFFICIAL);
        claims.put("roles", List.of());
        String token = system.openId().token(claims, HOUR);
        as(Service.ALERT_SERVICE, token).get("/v1/alerts").then().statusCode(403);
        as(Service.REGISTRY_SERVICE, token).get("/v1/areas").then().statusCode(403);
    }

    // What is no token.

    private enum BadToken {
        EXPIRED {
            @Override
            String text() {
                return system.openId().token(claimsOf(Persona.ADMIN), Duration.ofMinutes(-5));
            }
        },
        FOR_ANOTHER_AUDIENCE {
            @Override
            String text() {
                var claims = claimsOf(Persona.ADMIN);
                claims.put("aud", List.of("another-system"));
                return system.openId().token(claims, HOUR);
            }
        },
        FORGED_ROLE {
            @Override
            String text() throws IOException {
                String[] parts = system.token(Persona.GRID_WORKER).split("\\.", -1);
                var claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
                claims.putArray("roles").add(Persona.ADMIN.role());
                return parts[0] + "." + base64(claims) + "." + parts[2];
            }
        },
        UNSIGNED {
            @Override
            String text() throws IOException {
                String[] parts = system.token(Persona.ADMIN).split("\\.", -1);
                return base64(JSON.createObjectNode().put("alg", "none")) + "." + parts[1] + ".";
            }
        },
        NONE_AT_ALL {
            @Override
            String text() {
                return "nonsense";
            }
        };

        abstract String text() throws IOException;

        private static String base64(JsonNode json) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(json.toString().getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_token_opens_no_door(BadToken bad) throws IOException {
        String token = bad.text();
        as(Service.ALERT_SERVICE, token).get("/v1/alerts").then().statusCode(401);
        as(Service.ALERT_SERVICE, token).get("/v1/alerts/stream").then().statusCode(401);
        as(Service.REGISTRY_SERVICE, token).get("/v1/checkpoints").then().statusCode(401);
    }

    /** Else the bad ones might be refused for something that all of them have in common. */
    @Test
    void a_good_token_made_the_same_way_opens_it() {
        String token = system.openId().token(claimsOf(Persona.ADMIN), HOUR);
        as(Service.ALERT_SERVICE, token).get("/v1/alerts").then().statusCode(200);
        as(Service.REGISTRY_SERVICE, token).get("/v1/checkpoints").then().statusCode(200);
    }

    @Test
    void a_device_key_is_no_token_and_a_token_no_device_key() {
        as(Service.REGISTRY_SERVICE, gateThere.key())
                .get("/v1/checkpoints")
                .then()
                .statusCode(401);
        api.gateway(system.token(Persona.ADMIN))
                .body(Api.reading(36.5))
                .post("/v1/readings")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource
    void every_documented_operation_asks_who_calls(Service service) throws IOException {
        JsonNode paths = JSON.readTree(given().baseUri(system.url(service).toString())
                        .queryParam("format", "json")
                        .get("/q/openapi")
                        .asString())
                .get("paths");
        List<String> open = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String url = path.getKey().replaceAll("\\{[^}]*}", NOBODY);
                    String content = operation.getValue().at("/requestBody/content").properties().stream()
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("application/json");
                    int status = given().baseUri(system.url(service).toString())
                            .contentType(content)
                            .request(operation.getKey(), url)
                            .statusCode();
                    (status == 401 ? asked : open).add(operation.getKey() + " " + url);
                }));
        assertThat(open).isSubsetOf(BY_ONE_TIME_CODE);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(2).allMatch(operation -> operation.contains(" /v1/"));
    }

    private static RequestSpecification as(Service service, String token) {
        return given().baseUri(system.url(service).toString())
                .contentType("application/json")
                .auth()
                .oauth2(token);
    }

    private static Map<String, Object> claimsOf(Persona persona) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", persona.username());
        claims.put("aud", List.of(OpenIdProvider.AUDIENCE));
        claims.put("roles", List.of(persona.role()));
        claims.put("area", persona.area());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
