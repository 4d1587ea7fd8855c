package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.restassured.common.mapper.TypeRef;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People pass, some with a fever, some refused; officials look for them and open an identity. Afterwards nobody's name,
 * number, telephone or plate is to be found anywhere: on no topic, in no log, in no metric, in no database, in no
 * answer to a refused request. Each search first proves that it finds what is known to be there.
 */
@ExtendWith({SharedSystem.class, Chromium.class})
class PrivacyIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Person FEVERISH = new Person("欧阳澹台靖", "360322194903075711", "13997531864", "赣J7Q29X");
    private static final Person IN_A_BATCH = new Person("司徒纳兰璟", "360322195109146839", "13786429753", "赣J8W36Z");
    private static final Person WITH_A_WRONG_NUMBER =
            new Person("慕容百里瑾", "360322197711223950", "13675318642", "湘B5H47K");
    private static final Person REFUSED = new Person("尉迟东方翊", "360322198304127726", "13564297531", "鄂A3N58Y");

    private static final List<Person> EVERYBODY = List.of(FEVERISH, IN_A_BATCH, WITH_A_WRONG_NUMBER, REFUSED);
    private static final Set<Needle> SECRETS =
            EVERYBODY.stream().flatMap(Person::secrets).collect(Collectors.toSet());

    private static LocalSystem system;
    private static Api api;
    private static Api.Gate gate;
    private static Map<String, Object> fever;
    private static final List<Response> ANSWERS = new ArrayList<>();
    /** Of all that a browser asked for, and the page that it came to of somebody who is not known. */
    private static final List<Haystack.Piece> BROWSED = new ArrayList<>();

    /** Somebody who is nobody. */
    private record Person(String name, String number, String phone, String plate) {
        Map<String, Object> traveller() {
            return Map.of(
                    "documentType", "resident-id",
                    "documentNumber", number,
                    "name", name,
                    "phone", phone,
                    "originArea", "420100");
        }

        Map<String, Object> reading(double celsius) {
            var reading = Api.reading(celsius);
            reading.put("traveller", traveller());
            reading.put("vehicle", Map.of("plate", plate, "trailerPlate", plate + "挂", "kind", "coach"));
            return reading;
        }

        Map<String, Object> document() {
            return Map.of("documentType", "resident-id", "documentNumber", number);
        }

        /** A plate's region is no secret: it decides about key regions. */
        Stream<Needle> secrets() {
            return Stream.of(name, number, phone, plate.substring(1)).map(Needle::text);
        }
    }

    @BeforeAll
    static void peoplePassAndOfficialsLook(LocalSystem running, Browser browser) throws IOException {
        system = running;
        api = new Api(running);
        gate = api.newDevice(api.newCheckpoint("隐私检查站"));
        pass();
        beRefused();
        awaitEffects();
        look();
        browse(browser);
    }

    private static void pass() throws IOException {
        fever = FEVERISH.reading(38.6);
        api.post(gate, fever);
        var recheck = FEVERISH.reading(38.4);
        recheck.put("recheckOf", fever.get("id"));
        api.post(gate, recheck);
        api.post(gate, Api.reading(36.5));
        ANSWERS.add(halfAccepted(
                api.gateway(gate.key()).body(List.of(WITH_A_WRONG_NUMBER.reading(37.9), REFUSED.reading(98.6)))));
        var late = IN_A_BATCH.reading(38.1);
        late.put("measuredAt", Instant.now().minusSeconds(600).toString());
        ANSWERS.add(halfAccepted(api.gateway(gate.key())
                .contentType("application/x-ndjson; charset=utf-8")
                .body((text(late) + "\n" + half(REFUSED.reading(36.6)) + "\n").getBytes(UTF_8))));
    }

    private static Response halfAccepted(RequestSpecification batch) {
        return batch.post("/v1/readings/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .extract()
                .response();
    }

    /** In each way that a gateway or an official can get it wrong. */
    private static void beRefused() throws IOException {
        var unknownMember = REFUSED.reading(36.6);
        unknownMember.put(REFUSED.name(), REFUSED.number());
        for (String body : List.of(
                text(REFUSED.reading(98.6)),
                half(REFUSED.reading(36.6)),
                text(unknownMember),
                text(with("id", REFUSED.number())),
                text(with("measuredAt", REFUSED.phone())),
                text(with("mode", REFUSED.name())),
                text(with("deviceId", REFUSED.plate())),
                text(with("traveller", REFUSED.name())),
                text(with("traveller", Map.of("documentType", REFUSED.number(), "documentNumber", REFUSED.name()))),
                text(with("vehicle", Map.of("plate", "赣J11111", "kind", REFUSED.plate()))))) {
            ANSWERS.add(api.gateway(gate.key()).body(body.getBytes(UTF_8)).post("/v1/readings"));
            ANSWERS.add(api.gateway("flk_nobody").body(body.getBytes(UTF_8)).post("/v1/readings"));
        }
        for (String body : List.of(
                half(REFUSED.document()),
                text(Map.of("documentType", REFUSED.number(), "documentNumber", REFUSED.name())),
                text(Map.of("documentType", REFUSED.document())),
                text(REFUSED.number()))) {
            ANSWERS.add(api.registry(Persona.COUNTY_OFFICIAL)
                    .body(body.getBytes(UTF_8))
                    .post("/v1/travellers/search"));
        }
        ANSWERS.add(api.registry(Persona.GRID_WORKER).body(REFUSED.document()).post("/v1/travellers/search"));
    }

    private static Map<String, Object> with(String member, Object value) {
        var reading = REFUSED.reading(36.6);
        reading.put(member, value);
        return reading;
    }

    private static String text(Object body) throws JsonProcessingException {
        return JSON.writeValueAsString(body);
    }

    private static String half(Object body) throws JsonProcessingException {
        String whole = text(body);
        return whole.substring(0, whole.length() - 3);
    }

    private static void awaitEffects() {
        await().atMost(SOON).untilAsserted(() -> {
            for (Person person : List.of(FEVERISH, IN_A_BATCH, WITH_A_WRONG_NUMBER)) {
                search(person);
            }
            api.alerts(Persona.DUTY_OFFICER)
                    .get("/v1/alerts")
                    .then()
                    .statusCode(200)
                    .body("items.readingId", hasItem(fever.get("id").toString()));
        });
    }

    private static String search(Person person) {
        return api.registry(Persona.COUNTY_OFFICIAL)
                .body(person.document())
                .post("/v1/travellers/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private static void look() {
        String traveller = search(FEVERISH);
        api.registry(Persona.COUNTY_OFFICIAL)
                .get("/v1/travellers/" + traveller + "/passages")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of("plate", FEVERISH.plate()))
                .post("/v1/vehicles/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private static void browse(Browser browser) {
        try (var visitor = Visitor.with(browser, system)) {
            visitor.page().onRequest(request -> browsed("address", request.url()));
            Page page = visitor.signIn(Persona.COUNTY_OFFICIAL, Service.REGISTRY_SERVICE, "/console/search");
            enter(page, "documentNumber", REFUSED.number());
            browsed("unknown", page.content());
            enter(page, "documentNumber", FEVERISH.number());
            browsed("history", page.content());
            page.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console/search"));
            enter(page, "plate", FEVERISH.plate());
            browsed("history", page.content());
        }
    }

    /** As somebody types it; the page that it leads to is there when this returns. */
    private static void enter(Page page, String field, String value) {
        page.locator("[name=" + field + "]").fill(value);
        page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() == 200,
                () -> page.locator("[name=" + field + "]").press("Enter"));
        page.waitForLoadState();
    }

    private static void browsed(String name, String text) {
        BROWSED.add(Haystack.Piece.of(name, text.getBytes(UTF_8)));
    }

    @Test
    void an_official_with_a_purpose_opens_what_the_door_sealed() {
        Map<String, String> identity = api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of("purpose", "密切接触者追踪", "view", "full"))
                .post("/v1/travellers/" + search(FEVERISH) + "/identity")
                .then()
                .statusCode(200)
                .extract()
                .as(new TypeRef<HashMap<String, String>>() {});
        assertThat(identity)
                .containsEntry("name", FEVERISH.name())
                .containsEntry("documentNumber", FEVERISH.number())
                .hasEntrySatisfying("phone", phone -> assertThat(phone).endsWith(FEVERISH.phone()));
    }

    @Test
    void no_topic_holds_an_identity() {
        String changelog = "alert-service-detection-books-changelog";
        var reading = UUID.fromString(fever.get("id").toString());
        Haystack.kafka(system)
                .control("readings value", Needle.text(gate.deviceId()))
                .control("readings-backfill value", Needle.text(gate.deviceId()))
                .control("readings key", Needle.text(gate.deviceId()))
                .control("readings header ce_id", Needle.text(reading.toString()))
                .control("alerts value", Needle.text(gate.deviceId()))
                .control(changelog + " value", Needle.text(reading.toString()))
                .control("__consumer_offsets key", Needle.text("alert-service-alerts"))
                .hidesAll(SECRETS);
    }

    @Test
    void no_log_holds_an_identity() throws IOException {
        Haystack logs = Haystack.logs(system).control("postgresql", Needle.text("ready to accept connections"));
        for (Service service : Service.values()) {
            logs.control(service.folder(), Needle.text(service.folder()));
        }
        logs.control("kafka", Needle.text("kafka")).hidesAll(SECRETS);
    }

    @Test
    void no_export_holds_an_identity() {
        String traveller = search(FEVERISH);
        var exports = new Haystack(Stream.of("text/csv", "application/fhir+json")
                .map(type -> Haystack.Piece.of(
                        type,
                        api.registry(Persona.COUNTY_OFFICIAL)
                                .accept(type)
                                .get("/v1/travellers/" + traveller + "/passages/export")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray()))
                .toList());
        var reading = Needle.text(fever.get("id").toString());
        exports.control("text/csv", reading)
                .control("application/fhir+json", reading)
                .hidesAll(SECRETS);
    }

    @Test
    void no_metric_holds_an_identity() {
        Haystack.metrics(system)
                .control(Service.CHECKPOINT_INGEST.folder(), Needle.text("feverline_readings_rejected_total"))
                .control(Service.ALERT_SERVICE.folder(), Needle.text("feverline_verdicts_total"))
                .control(Service.REGISTRY_SERVICE.folder(), Needle.text("/v1/travellers/search"))
                .hidesAll(SECRETS);
    }

    @Test
    void the_alert_database_holds_no_identity() {
        Haystack.database(system, Database.ALERT)
                .control("public.alert", Needle.text(fever.get("id").toString()))
                .control("public.episode_reading", Needle.text(gate.deviceId()))
                .hidesAll(SECRETS);
    }

    @Test
    void the_registry_database_holds_sealed_identities_only() {
        Haystack.database(system, Database.REGISTRY)
                .control("public.passage", Needle.text(fever.get("id").toString()))
                .control("public.device", Needle.text(gate.deviceId()))
                .control("public.traveller", Needle.text("420100"))
                .hidesAll(SECRETS);
    }

    @Test
    void no_answer_to_a_refused_request_repeats_an_identity() {
        new Haystack(ANSWERS.stream()
                        .map(answer -> Haystack.Piece.of(answer.statusLine(), answer.asByteArray()))
                        .toList())
                .control("200", Needle.text("urn:feverline:problem:temperature-unit"))
                .control("400", Needle.text("urn:feverline:problem:"))
                .control("401", Needle.text("urn:feverline:problem:device-key"))
                .control("403", Needle.text("urn:feverline:problem:not-allowed"))
                .control("422", Needle.text("urn:feverline:problem:unknown-member"))
                .hidesAll(SECRETS);
    }

    @Test
    void neither_an_address_nor_a_history_of_the_console_holds_an_identity() {
        new Haystack(BROWSED)
                .control("address", Needle.text("/console/search/travellers"))
                .control("unknown", Needle.text("没有在您的辖区内出现过"))
                .control("history", Needle.text("隐私检查站"))
                .hidesAll(SECRETS);
    }
}
