package io.feverline.systemtests;

import static org.awaitility.Awaitility.await;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.demo.KeyedDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Two travellers from a key region pass three checkpoints of the demo county by coach. One has a fever at last, which a
 * second measurement confirms, and is followed up: all pages have content.
 */
record Passers(LocalSystem system, Api api) {
    static final String DOCUMENT = "E76203145";
    static final String PLATE = "鄂A76203";

    private static final String FELLOW = "E76203146";
    private static final List<String> WAY = List.of("tongmu-exit-1", "shangli-bus-station-1", "shangli-exit-1");
    private static final Duration APART = Duration.ofMinutes(40);
    private static final double NORMAL = 36.6;
    private static final double FEVER = 38.6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** They pass, the last time now, and everything is known of them when this returns. */
    static void pass(LocalSystem system) {
        var passers = new Passers(system, new Api(system));
        passers.expectReportsOfToday();
        passers.listTheirRegion();
        passers.post();
        String traveller = passers.found("travellers", Map.of("documentType", "passport", "documentNumber", DOCUMENT));
        passers.found("vehicles", Map.of("plate", PLATE));
        passers.assign(traveller);
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);
        passers.publish(Persona.COUNTY_OFFICIAL, day);
        passers.publish(Persona.TOWNSHIP_OFFICIAL, day);
        passers.handOver();
        passers.measureByADeviceThatIsOutOfCalibration();
    }

    /** Also in the evening, when the next shift that begins after a registration is tomorrow's. */
    private void expectReportsOfToday() {
        new Databases(system)
                .change(
                        Database.REGISTRY,
                        "UPDATE checkpoint SET registered_at = now() - interval '3 days' WHERE id = 'shangli-exit'");
    }

    private void listTheirRegion() {
        api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of(
                        "id", "region-" + UUID.randomUUID(),
                        "name", "武汉市",
                        "platePrefix", "鄂A",
                        "validFrom", "2020-01-23T10:00:00+08:00",
                        "legalBasis", "防控指挥部第 1 号通告"))
                .post("/v1/key-regions")
                .then()
                .statusCode(201);
    }

    private void post() {
        var now = Instant.now();
        for (int stop = 0; stop < WAY.size(); stop++) {
            int left = WAY.size() - 1 - stop;
            var at = now.minus(APART.multipliedBy(left));
            post(WAY.get(stop), reading(at.minusSeconds(2), NORMAL, FELLOW));
            var theirs = reading(at.minusSeconds(1), left == 0 ? FEVER : NORMAL, DOCUMENT);
            post(WAY.get(stop), theirs);
            if (left == 0) {
                var recheck = reading(at, FEVER, DOCUMENT);
                recheck.put("recheckOf", theirs.get("id"));
                post(WAY.get(stop), recheck);
            }
        }
    }

    private static Map<String, Object> reading(Instant at, double celsius, String document) {
        var reading = Api.reading(celsius);
        reading.put("measuredAt", at.toString());
        reading.put(
                "traveller",
                Map.of("documentType", "passport", "documentNumber", document, "destinationArea", "360322101"));
        reading.put("vehicle", Map.of("plate", PLATE, "kind", "coach"));
        return reading;
    }

    private void post(String device, Map<String, Object> reading) {
        String key = KeyedDevice.read(system.devices()).stream()
                .filter(keyed -> keyed.deviceId().equals(device))
                .findFirst()
                .orElseThrow()
                .key();
        api.post(new Api.Gate(device, key), reading);
    }

    private String found(String what, Map<String, String> query) {
        return await().atMost(PATIENCE)
                .until(
                        () -> api.registry(Persona.COUNTY_OFFICIAL)
                                .body(query)
                                .post("/v1/" + what + "/search")
                                .path("items[0]?.id"),
                        Objects::nonNull);
    }

    /** To the grid worker. */
    private void assign(String traveller) {
        String followUp = await().atMost(PATIENCE)
                .until(
                        () -> api.registry(Persona.COUNTY_OFFICIAL)
                                .queryParam("limit", 500)
                                .get("/v1/follow-ups")
                                .path("items.find { it.travellerId == '%s' }?.id".formatted(traveller)),
                        Objects::nonNull);
        api.registry(Persona.COUNTY_OFFICIAL)
                .header("If-Match", "*")
                .body(Map.of("assignee", Persona.GRID_WORKER.username()))
                .post("/v1/follow-ups/" + followUp + "/assignment")
                .then()
                .statusCode(200);
    }

    /** The bulletin of a day. */
    private void publish(Persona official, LocalDate day) {
        api.registry(official)
                .body(Map.of("words", "请来自重点地区的旅客主动登记。"))
                .post("/v1/bulletins/" + official.area() + "/" + day)
                .then()
                .statusCode(201);
    }

    /** What a shift leaves to the next. */
    private void handOver() {
        String unit = api.alerts(Persona.ADMIN)
                .body(Map.of("name", "上栗镇卫生院", "level", "township", "areaCode", "360322101"))
                .post("/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        api.alerts(Persona.DUTY_OFFICER)
                .body(Map.of("unitId", unit, "note", "发热旅客一名待复测，请继续跟进。"))
                .post("/v1/handovers")
                .then()
                .statusCode(201);
    }

    private void measureByADeviceThatIsOutOfCalibration() {
        var gate = api.newDevice(api.newCheckpoint("上栗县客运站东门"));
        api.registry(Persona.ADMIN)
                .header("If-Match", "*")
                .body(Map.of("due", "2020-12-31"))
                .put("/v1/devices/" + gate.deviceId() + "/calibration")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> {
            api.post(gate, Api.reading(NORMAL));
            return api.alerts(Persona.DUTY_OFFICER)
                            .get("/v1/device-alerts")
                            .path("items.find { it.deviceId == '%s' }".formatted(gate.deviceId()))
                    != null;
        });
    }
}
