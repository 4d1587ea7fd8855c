package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.feverline.events.identity.BlindIndex;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.Statements;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.SealedIdentity;
import io.feverline.registry.passage.TravellerSighting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is in another area only cannot be told from what is nowhere: by no status, header or body, and not by what the
 * database is asked, so hardly by the time that it takes. An operation that is added without a look fails here.
 */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class AreaIsolationTest {
    private static final String TREE = """
            code,level,name,parent
            360000,province,江西省,
            360300,city,萍乡市,360000
            360321,county,莲花县,360300
            360321101,town,琴亭镇,360321
            360322,county,上栗县,360300
            360322101,town,上栗镇,360322
            """;
    /** Of documents and plates, each once. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    private static final String ELSEWHERE = "360321101";
    private static final String NO_AREA = "360321999";

    /** The id of nothing. */
    private static final String SOMETHING = "00000000-0000-7000-8000-000000000000";

    /** Where a look has what it is for. */
    private static final String IT = "IT";

    /** What names things of no area: published lists, the county's own list of regions, and one-time codes. */
    private static final Set<String> OF_NO_AREA = Set.of(
            "GET /v1/areas",
            "POST /v1/areas/import",
            "GET /v1/areas/{code}",
            "GET /v1/areas/{code}/periods",
            "GET /v1/key-regions",
            "POST /v1/key-regions",
            "GET /v1/key-regions/{id}",
            "POST /v1/key-regions/{id}/end",
            "GET /v1/areas/export",
            "GET /v1/key-regions/export",
            "POST /v1/key-regions/import",
            // What a run found is counted by area; ArrivalsTest looks at that.
            "GET /v1/key-regions/{id}/runs",
            "POST /v1/enrolments",
            // It tells how long the whole log is, which is what is verified.
            "POST /v1/audit/verifications");

    /** What names nobody in its question: that its answer names nothing of elsewhere is looked at by itself. */
    private static final Map<String, String> LISTS = Map.of(
            "GET /v1/arrivals",
            "?limit=500",
            "GET /v1/bulletins",
            "?limit=500",
            "GET /v1/checkpoints/export",
            "",
            "GET /v1/devices/export",
            "",
            "GET /v1/follow-ups",
            "?limit=500",
            "GET /v1/overdue-exits",
            "?limit=500&of=travellers&undeclared=true",
            "GET /v1/reports",
            "?limit=500&day=" + yesterday(),
            "GET /v1/reports/missing",
            "?limit=500&day=" + yesterday(),
            "GET /v1/reports/discrepancies",
            "?limit=500&day=" + yesterday(),
            "GET /v1/reports/completeness",
            "?by=county&from=" + yesterday() + "&to=" + yesterday());

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    }

    private enum Thing {
        AREA,
        CHECKPOINT,
        CHECKPOINT_CURSOR,
        DEVICE,
        DEVICE_CURSOR,
        READING,
        TRAVELLER,
        DOCUMENT,
        VEHICLE,
        PLATE,
        FOLLOW_UP,
        ACTOR
    }

    /** One way of asking for a thing, by somebody of another area. */
    private record Look(String operation, String query, Persona who, Thing thing, String body) {
        Look asking(String more) {
            return new Look(operation, more, who, thing, body);
        }

        Look sending(String what) {
            return new Look(operation, query, who, thing, what);
        }

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path(String value, String fingerprint) {
            return operation
                    .substring(operation.indexOf(' ') + 1)
                    .replace("{fingerprint}", fingerprint)
                    .replace("{day}", yesterday().toString())
                    .replace("{shift}", "day")
                    .replace("{entryId}", SOMETHING)
                    .replace("{other}", SOMETHING)
                    .replace("{area}", value)
                    .replace("{code}", value)
                    .replace("{checkpoint}", value)
                    .replace("{id}", value);
        }

        String name() {
            return operation + (query.isEmpty() ? "" : "?" + query);
        }
    }

    private static final Map<String, Look> LOOKS = new LinkedHashMap<>();

    static {
        String period = "from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z";
        String cursor = "cursor=" + new HistoryCursor(Instant.parse("2099-01-01T00:00:00Z"), new UUID(7, 7)).text();
        var search = look("POST /v1/travellers/search", Persona.COUNTY_OFFICIAL, Thing.DOCUMENT);
        add(search.sending("{\"documentType\":\"passport\",\"documentNumber\":\"IT\"}"));
        for (String of : List.of("travellers", "vehicles")) {
            var thing = of.equals("travellers") ? Thing.TRAVELLER : Thing.VEHICLE;
            var history = look("GET /v1/" + of + "/{id}/passages", Persona.DUTY_OFFICER, thing);
            add(history, history.asking("limit=1"), history.asking(period), history.asking(cursor));
            var export = look("GET /v1/" + of + "/{id}/passages/export", Persona.COUNTY_OFFICIAL, thing);
            add(export, export.asking(period));
        }
        add(look("POST /v1/vehicles/search", Persona.DUTY_OFFICER, Thing.PLATE).sending("{\"plate\":\"IT\"}"));
        var contacts = look("GET /v1/travellers/{id}/contacts", Persona.DUTY_OFFICER, Thing.TRAVELLER);
        add(contacts, contacts.asking("days=30&until=2099-01-01T00:00:00Z"), contacts.asking("limit=1"));
        var contactsExport = look("GET /v1/travellers/{id}/contacts/export", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER);
        add(contactsExport, contactsExport.asking("days=30"));
        var identity = look("POST /v1/travellers/{id}/identity", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER);
        add(identity.sending("{\"purpose\":\"tracing\"}"));
        add(look("POST /v1/travellers/{id}/identity/break-glass", Persona.DUTY_OFFICER, Thing.TRAVELLER)
                .sending("{\"reason\":\"has fainted\"}"));
        add(look("GET /v1/readings/{id}/receipt", Persona.COUNTY_OFFICIAL, Thing.READING));

        add(look("GET /v1/checkpoints", Persona.COUNTY_ADMIN, Thing.CHECKPOINT_CURSOR)
                .asking("limit=500&cursor=IT"));
        add(look("GET /v1/checkpoints/{id}", Persona.COUNTY_OFFICIAL, Thing.CHECKPOINT));
        add(look("POST /v1/checkpoints", Persona.COUNTY_ADMIN, Thing.AREA)
                .sending("{\"id\":\"new\",\"name\":\"新\",\"kind\":\"highway-exit\",\"areaCode\":\"IT\"}"));
        add(look("POST /v1/checkpoints/{id}/enrolments", Persona.COUNTY_ADMIN, Thing.CHECKPOINT)
                .sending("{\"count\":1}"));
        add(look("GET /v1/devices", Persona.COUNTY_ADMIN, Thing.DEVICE_CURSOR).asking("limit=500&cursor=IT"));
        add(look("POST /v1/devices", Persona.COUNTY_ADMIN, Thing.CHECKPOINT)
                .sending("{\"id\":\"new\",\"checkpointId\":\"IT\"}"));
        add(look("GET /v1/devices/{id}", Persona.COUNTY_OFFICIAL, Thing.DEVICE));
        add(look("GET /v1/devices/{id}/gaps", Persona.COUNTY_OFFICIAL, Thing.DEVICE));
        add(look("PUT /v1/devices/{id}/calibration", Persona.COUNTY_ADMIN, Thing.DEVICE)
                .sending("{\"due\":\"2030-01-01\"}"));
        add(look("POST /v1/devices/{id}/keys", Persona.COUNTY_ADMIN, Thing.DEVICE));
        add(look("DELETE /v1/devices/{id}/keys/{fingerprint}", Persona.COUNTY_ADMIN, Thing.DEVICE));
        add(look("POST /v1/devices/{id}/revoke", Persona.COUNTY_ADMIN, Thing.DEVICE));

        add(look("GET /v1/areas/{code}/statistics", Persona.COUNTY_OFFICIAL, Thing.AREA)
                .asking("day=" + yesterday()));
        add(look("GET /v1/bulletins/{area}/{day}", Persona.COUNTY_OFFICIAL, Thing.AREA));
        add(look("POST /v1/bulletins/{area}/{day}", Persona.COUNTY_OFFICIAL, Thing.AREA)
                .sending("{}"));
        add(look("PUT /v1/checkpoints/{id}", Persona.COUNTY_ADMIN, Thing.CHECKPOINT)
                .sending("{\"name\":\"新\",\"kind\":\"corridor\",\"areaCode\":\"360322101\"}"));
        add(look("POST /v1/checkpoints/import", Persona.COUNTY_ADMIN, Thing.AREA)
                .asking("dryRun=true")
                .sending("id,name,kind,area_code,direction,latitude,longitude\nnew,新,highway-exit,IT\n"));
        add(look("PUT /v1/devices/{id}", Persona.COUNTY_ADMIN, Thing.DEVICE).sending("{\"checkpointId\":\"nowhere\"}"));
        add(look("POST /v1/devices/import", Persona.COUNTY_ADMIN, Thing.CHECKPOINT)
                .asking("dryRun=true")
                .sending("id,checkpoint_id,site,mode,offset,calibration_due\nnew,IT,forehead,body,0,\n"));

        var purpose = "{\"purpose\":\"tracing\"}";
        var order = "{\"reason\":\"an application\",\"legalBasis\":\"PIPL 47\"}";
        var merge = "{\"other\":\"%s\",\"reason\":\"one person\"}".formatted(SOMETHING);
        add(look("GET /v1/travellers/{id}/journeys", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER));
        add(look("GET /v1/vehicles/{id}/journeys", Persona.COUNTY_OFFICIAL, Thing.VEHICLE));
        add(look("POST /v1/travellers/{id}/evidence", Persona.AUDITOR, Thing.TRAVELLER)
                .sending(purpose));
        add(look("POST /v1/travellers/{id}/data-export", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER)
                .sending(purpose));
        add(look("POST /v1/travellers/{id}/erasure", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER)
                .sending(order));
        add(look("POST /v1/travellers/{id}/merges", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER)
                .sending(merge));
        add(look("DELETE /v1/travellers/{id}/merges/{other}", Persona.COUNTY_OFFICIAL, Thing.TRAVELLER));

        String followUp = "/v1/follow-ups/{id}";
        String reason = "{\"reason\":\"a drill\",\"place\":\"hospital\"}";
        add(look("GET " + followUp, Persona.COUNTY_OFFICIAL, Thing.FOLLOW_UP));
        add(look("POST " + followUp + "/assignment", Persona.COUNTY_OFFICIAL, Thing.FOLLOW_UP)
                .sending("{\"assignee\":\"li\"}"));
        add(look("POST " + followUp + "/acceptance", Persona.GRID_WORKER, Thing.FOLLOW_UP));
        add(look("POST " + followUp + "/completion", Persona.COUNTY_OFFICIAL, Thing.FOLLOW_UP));
        add(look("POST " + followUp + "/closure", Persona.COUNTY_OFFICIAL, Thing.FOLLOW_UP)
                .sending("{\"reason\":\"a drill\"}"));
        add(look("POST " + followUp + "/referral", Persona.COUNTY_OFFICIAL, Thing.FOLLOW_UP)
                .sending(reason));
        add(look("PUT " + followUp + "/entries/{entryId}", Persona.GRID_WORKER, Thing.FOLLOW_UP)
                .sending("{\"takenAt\":\"" + yesterday() + "T08:00:00+08:00\",\"temperature\":36.5}"));
        add(look("GET /v1/follow-ups", Persona.COUNTY_OFFICIAL, Thing.ACTOR).asking("assignee=IT"));
        add(look("POST /v1/follow-ups/hand-over", Persona.COUNTY_OFFICIAL, Thing.AREA)
                .sending("{\"from\":\"IT\",\"to\":\"360322101\"}"));

        String report = "/v1/reports/{checkpoint}/{day}/{shift}";
        String figures = "\"screened\":0,\"suspected\":0,\"confirmed\":0,\"referred\":0,\"keyRegion\":0";
        add(look("GET " + report, Persona.COUNTY_OFFICIAL, Thing.CHECKPOINT));
        add(look("POST " + report + "/signature", Persona.COUNTY_OFFICIAL, Thing.CHECKPOINT)
                .sending("{" + figures + "}"));
        add(look("POST " + report + "/corrections", Persona.COUNTY_OFFICIAL, Thing.CHECKPOINT)
                .sending("{" + figures + ",\"reason\":\"miscounted\"}"));
        for (String list : List.of("", "/missing", "/discrepancies")) {
            add(look("GET /v1/reports" + list, Persona.COUNTY_OFFICIAL, Thing.AREA)
                    .asking("area=IT&day=" + yesterday()));
        }

        var audit = look("GET /v1/audit", Persona.AUDITOR, Thing.TRAVELLER);
        add(audit.asking("act=traveller.history&subject=IT"));
        add(look("GET /v1/audit", Persona.AUDITOR, Thing.ACTOR).asking("actor=IT"));
    }

    private static Look look(String operation, Persona who, Thing thing) {
        return new Look(operation, "", who, thing, "");
    }

    private static void add(Look... looks) {
        for (Look look : looks) {
            LOOKS.put(look.name(), look);
        }
    }

    static Stream<String> looks() {
        return LOOKS.keySet().stream();
    }

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Map<Thing, String> elsewhere = new EnumMap<>(Thing.class);
    private final Map<Thing, String> nowhere = new EnumMap<>(Thing.class);
    private String fingerprint = "";

    @Inject
    PassageStore store;

    @Inject
    BlindIndex index;

    @Inject
    Database database;

    /** One of each thing elsewhere; of ids that are in order, the one that is nowhere is the next after it. */
    @BeforeEach
    void something_is_elsewhere() {
        Persona.ADMIN
                .request()
                .contentType("text/csv")
                .body(TREE)
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        String some = UUID.randomUUID().toString();
        int number = NUMBERS.getAndIncrement();
        put(Thing.AREA, ELSEWHERE, NO_AREA);
        put(Thing.CHECKPOINT, "gate-" + some + "-1", "gate-" + some + "-2");
        put(Thing.DEVICE, "device-" + some + "-1", "device-" + some + "-2");
        put(Thing.DOCUMENT, "E100" + number, "E200" + number);
        put(Thing.PLATE, "鄂A" + number, "鄂B" + number);
        put(Thing.ACTOR, "official-" + some + "-1", "official-" + some + "-2");
        for (var map : List.of(elsewhere, nowhere)) {
            map.put(Thing.CHECKPOINT_CURSOR, IdCursor.text(of(map, Thing.CHECKPOINT)));
            map.put(Thing.DEVICE_CURSOR, IdCursor.text(of(map, Thing.DEVICE)));
        }

        created("/v1/checkpoints", """
                {"id":"%s","name":"琴亭出口","kind":"highway-exit","areaCode":"%s"}""".formatted(of(elsewhere, Thing.CHECKPOINT), ELSEWHERE));
        fingerprint = created(
                        "/v1/devices", """
                {"id":"%s","checkpointId":"%s"}""".formatted(of(elsewhere, Thing.DEVICE), of(elsewhere, Thing.CHECKPOINT)))
                .path("keys[0].fingerprint");
        String person = index.traveller(DocumentType.PASSPORT, of(elsewhere, Thing.DOCUMENT));
        String coach = index.vehicle(of(elsewhere, Thing.PLATE));
        var readings = Stream.of(0, 60, 120)
                .map(seconds -> Reading.at(now.minusSeconds(seconds))
                        .of(person)
                        .by(coach)
                        .through(of(elsewhere, Thing.CHECKPOINT))
                        .in(ELSEWHERE))
                .toArray(Reading[]::new);
        store(readings);
        put(Thing.READING, readings[0].id().toString(), UUID.randomUUID().toString());
        put(
                Thing.TRAVELLER,
                database.row("SELECT id FROM traveller WHERE token = $1", person)
                        .getUUID(0)
                        .toString(),
                UUID.randomUUID().toString());
        put(
                Thing.VEHICLE,
                database.row("SELECT id FROM vehicle WHERE token = $1", coach)
                        .getUUID(0)
                        .toString(),
                UUID.randomUUID().toString());
        // It owes reports already, and somebody looks after the traveller.
        database.run(
                "UPDATE checkpoint SET registered_at = now() - interval '30 days' WHERE id = $1",
                of(elsewhere, Thing.CHECKPOINT));
        put(
                Thing.FOLLOW_UP,
                database.row(
                                """
                                INSERT INTO follow_up (traveller_id, cause, opened_at, area_code, caused_by, asked, ends,
                                    state, assignee)
                                VALUES ($1, 'CONFIRMED_FEVER', now(), $2, '{}', '{}', 0, 'ACCEPTED', $3)
                                RETURNING id
                                """,
                                UUID.fromString(of(elsewhere, Thing.TRAVELLER)),
                                ELSEWHERE,
                                of(elsewhere, Thing.ACTOR))
                        .getUUID(0)
                        .toString(),
                UUID.randomUUID().toString());
        database.row(
                "SELECT audit_append($1, '360321', 'traveller.history', $2, NULL, NULL)",
                of(elsewhere, Thing.ACTOR),
                of(elsewhere, Thing.TRAVELLER));
    }

    private void put(Thing thing, String there, String notThere) {
        elsewhere.put(thing, there);
        nowhere.put(thing, notThere);
    }

    private static String of(Map<Thing, String> things, Thing thing) {
        return Objects.requireNonNull(things.get(thing));
    }

    private static Response created(String path, String body) {
        var response = Persona.ADMIN.request().body(body).post(path);
        response.then().statusCode(201);
        return response;
    }

    @Test
    void every_operation_is_looked_at_or_names_nothing_of_an_area() {
        Map<String, Map<String, Object>> paths =
                JsonPath.from(given().get("/q/openapi?format=json").asString()).get("paths");
        var documented = new ArrayList<String>();
        paths.forEach((path, operations) ->
                operations.keySet().forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        var known = LOOKS.values().stream().map(Look::operation).collect(toSet());
        known.addAll(LISTS.keySet());
        known.addAll(OF_NO_AREA);

        assertThat(known).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void what_is_elsewhere_is_answered_as_what_is_nowhere(String name) {
        var look = Objects.requireNonNull(LOOKS.get(name));

        assertThat(answer(look, elsewhere)).isEqualTo(answer(look, nowhere));
    }

    static Stream<String> lists() {
        return LISTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void no_list_names_what_is_elsewhere(String operation) {
        String answer = Persona.COUNTY_OFFICIAL
                .request()
                .accept(operation.endsWith("/export") ? "text/csv" : "application/json")
                .get(operation.substring("GET ".length()) + LISTS.get(operation))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer)
                .doesNotContain(
                        ELSEWHERE,
                        "\"360321\"",
                        of(elsewhere, Thing.CHECKPOINT),
                        of(elsewhere, Thing.DEVICE),
                        of(elsewhere, Thing.TRAVELLER),
                        of(elsewhere, Thing.FOLLOW_UP));
    }

    @Test
    void the_database_is_asked_no_more_about_what_is_elsewhere() throws SQLException {
        try (var statements = new Statements()) {
            var aboutElsewhere = new LinkedHashMap<String, Map<String, Long>>();
            var aboutNowhere = new LinkedHashMap<String, Map<String, Long>>();
            for (Look look : LOOKS.values()) {
                aboutElsewhere.put(look.name(), statements.of(() -> send(look, elsewhere)));
                aboutNowhere.put(look.name(), statements.of(() -> send(look, nowhere)));
            }

            assertThat(aboutElsewhere).isEqualTo(aboutNowhere);
        }
    }

    @Test
    void one_statement_more_would_be_seen() throws SQLException {
        var person = UUID.randomUUID().toString();
        store(Reading.at(now).of(person));
        String history = "/v1/travellers/%s/passages"
                .formatted(database.row("SELECT id FROM traveller WHERE token = $1", person)
                        .getUUID(0));

        try (var statements = new Statements()) {
            var found = statements.of(() -> Persona.DUTY_OFFICER.request().get(history));
            var empty = statements.of(() -> Persona.DUTY_OFFICER.request().get(history + "?from=2099-01-01T00:00:00Z"));

            assertThat(found).hasSize(1);
            assertThat(empty)
                    .hasSize(3)
                    .containsAllEntriesOf(found)
                    .contains(entry("SELECT audit_append($1, $2, $3, $4, $5, $6)", 1L));
        }
    }

    /** A status, all headers but the date, and the body, in which it does not matter who was asked for. */
    private record Answer(int status, List<String> headers, String body) {}

    private Answer answer(Look look, Map<Thing, String> things) {
        var response = send(look, things);
        assertThat(response.asString())
                .as("an answer to a request that is as documented")
                .doesNotContain("invalid-request", "not-signed-in", "not-allowed", "unsupported-media-type");
        return new Answer(
                response.statusCode(),
                response.headers().asList().stream()
                        .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                        .map(Header::toString)
                        .sorted()
                        .toList(),
                response.asString().replace(of(things, look.thing()), IT));
    }

    private static String accepted(Look look) {
        if (look.operation().endsWith("/evidence")) {
            return "application/zip";
        }
        return look.operation().endsWith("/export") ? "text/csv" : "application/json";
    }

    private Response send(Look look, Map<Thing, String> things) {
        String value = of(things, look.thing());
        String query = look.query().replace(IT, value);
        return look.who()
                .request()
                .accept(accepted(look))
                .contentType(look.operation().endsWith("/import") ? "text/csv" : "application/json")
                .header("If-Match", "*")
                .body(look.body().replace(IT, value))
                .request(look.method(), look.path(value, fingerprint) + (query.isEmpty() ? "" : "?" + query));
    }

    @Test
    void what_happens_elsewhere_changes_no_answer_about_those_who_are_known_here() {
        String document = "E300" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000));
        String plate = "湘A" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000));
        String person = index.traveller(DocumentType.PASSPORT, document);
        String coach = index.vehicle(plate);
        String friend = UUID.randomUUID().toString();
        String gate = "gate-" + UUID.randomUUID();
        Instant then = now.minus(Duration.ofHours(3));
        var first = Reading.at(then).through(gate);
        store(
                first.of(person).by(coach),
                Reading.at(then.plusSeconds(60)).through(gate).of(friend).by(coach),
                Reading.at(then.plusSeconds(90)).through(gate),
                Reading.at(then.plus(Duration.ofHours(1))).through("gate-2").of(person));
        var before = answersAbout(document, plate, first.id());
        assertThat(before.get("contacts")).contains("\"contacts\":1", "\"unknown\":1");

        var there = Reading.at(then.plusSeconds(30))
                .through(of(elsewhere, Thing.CHECKPOINT))
                .in(ELSEWHERE);
        var sealed = new SealedIdentity(new byte[] {3}, new byte[] {4});
        var bound = new TravellerSighting(person, "RESIDENT_ID", true, true, "110100", "360321", sealed);
        store(
                there.measured(then.minus(Duration.ofDays(1))).of(person).by(coach),
                at(there, then.plusSeconds(30)).of(UUID.randomUUID().toString()).by(coach),
                at(there, then.plusSeconds(31)).by(coach),
                at(there, then.plusSeconds(32)).of(friend).by(coach),
                new Reading(
                        UUID.randomUUID(),
                        now,
                        now.plusMillis(40),
                        there.place(),
                        bound,
                        at(there, now).by(coach).vehicle()));

        assertThat(answersAbout(document, plate, first.id())).isEqualTo(before);
    }

    @Test
    void who_is_followed_up_here_is_known_here_and_what_passed_elsewhere_is_not() {
        String person = index.traveller(DocumentType.PASSPORT, of(nowhere, Thing.DOCUMENT));
        var there = Reading.at(now)
                .numbered(of(elsewhere, Thing.DEVICE), null, 1)
                .through(of(elsewhere, Thing.CHECKPOINT))
                .in(ELSEWHERE)
                .of(person);
        store(there);
        UUID traveller = database.row("SELECT id FROM traveller WHERE token = $1", person)
                .getUUID(0);
        database.run("""
                INSERT INTO follow_up (traveller_id, cause, opened_at, area_code, caused_by, asked, ends)
                VALUES ($1, 'CONFIRMED_FEVER', now(), '360322101', '{}', '{}', 0)
                """, traveller);

        var found = Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}"
                        .formatted(of(nowhere, Thing.DOCUMENT)))
                .post("/v1/travellers/search");
        String path = "/v1/travellers/" + traveller;
        var answers = found.asString()
                + got(path + "/passages")
                + got(path + "/passages/export?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z")
                + got(path + "/journeys")
                + got(path + "/contacts?days=30&until=" + now.plusSeconds(60));

        assertThat(answers)
                .contains(traveller.toString())
                .doesNotContain(
                        ELSEWHERE,
                        "360322",
                        "SeenAt",
                        of(elsewhere, Thing.CHECKPOINT),
                        of(elsewhere, Thing.DEVICE),
                        there.id().toString());
    }

    private static Reading at(Reading like, Instant time) {
        return new Reading(UUID.randomUUID(), time, time.plusMillis(40), like.place(), null, null);
    }

    private Map<String, String> answersAbout(String document, String plate, UUID reading) {
        var answers = new LinkedHashMap<String, String>();
        var found = Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(document))
                .post("/v1/travellers/search");
        answers.put("search", found.asString());
        String traveller = "/v1/travellers/" + found.path("items[0].id");
        var vehicles = Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"plate\":\"%s\"}".formatted(plate))
                .post("/v1/vehicles/search");
        answers.put("vehicle search", vehicles.asString());
        String vehicle = "/v1/vehicles/" + vehicles.path("items[0].id");
        String period = "?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z";
        String until = "?days=30&until=" + now.plusSeconds(60);
        answers.put("history", got(traveller + "/passages"));
        answers.put("page", got(traveller + "/passages?limit=1"));
        answers.put("file", got(traveller + "/passages/export" + period));
        answers.put("contacts", got(traveller + "/contacts" + until));
        answers.put("contact page", got(traveller + "/contacts" + until + "&limit=1"));
        answers.put("contact file", got(traveller + "/contacts/export" + until));
        answers.put("vehicle history", got(vehicle + "/passages"));
        answers.put("vehicle file", got(vehicle + "/passages/export" + period));
        answers.put("receipt", got("/v1/readings/" + reading + "/receipt"));
        return answers;
    }

    private static String got(String path) {
        var response = Persona.COUNTY_OFFICIAL
                .request()
                .accept(path.contains("/export") ? "text/csv" : "application/json")
                .get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }

    private void store(Reading... readings) {
        store.store(Stream.of(readings).map(Reading::passage).toList()).await().indefinitely();
    }
}
