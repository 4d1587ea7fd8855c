package io.feverline.registry.keyregion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Stored;
import io.feverline.registry.passage.TravellerSighting;
import io.feverline.registry.passage.VehicleSighting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ArrivalsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String region = "region-" + UUID.randomUUID();
    /** Where nobody else comes from. */
    private final String origin = "9" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);

    @Inject
    PassageStore store;

    @Inject
    KeyRegionRuns runs;

    @Inject
    HeardArrivals heard;

    @Inject
    Database database;

    @AfterEach
    void nobodyListens() {
        heard.nothing();
    }

    @Test
    void a_traveller_who_arrives_is_followed_up_and_one_who_comes_from_elsewhere_is_not() {
        list(now.minus(DAY), null);

        store(from(origin, now), from("360322", now));

        assertThat(database.count(
                        "SELECT count(*) FROM follow_up f JOIN follow_up_cause c ON c.id = ANY (f.caused_by)"
                                + " WHERE c.region_id = $1 AND c.kind = 'KEY_REGION_ARRIVAL'",
                        region))
                .isEqualTo(1);
    }

    @Test
    void who_comes_from_a_key_region_arrives_when_the_passage_is_stored() {
        list(now.minus(DAY), null);
        var reading = from(origin, now);

        store(reading, from("360322", now));

        var arrivals = arrivals(Persona.COUNTY_OFFICIAL);
        assertThat(arrivals.<String>getList("items.readingId"))
                .containsExactly(reading.id().toString());
        assertThat(arrivals.getString("items[0].travellerId"))
                .isEqualTo(database.row("SELECT traveller_id FROM passage WHERE reading_id = $1", reading.id())
                        .getUUID(0)
                        .toString());
        assertThat(arrivals.getString("items[0].destinationArea")).isEqualTo("360322");
    }

    @Test
    void a_vehicle_arrives_by_its_plate_without_anybody_known_in_it() {
        list(Map.of("platePrefix", "藏Z"), region, now.minus(DAY), null);
        var reading = byPlate("藏Z", now);

        store(reading, byPlate("藏A", now));

        var arrivals = arrivals(Persona.COUNTY_OFFICIAL);
        assertThat(arrivals.<String>getList("items.readingId"))
                .containsExactly(reading.id().toString());
        assertThat(arrivals.getString("items[0].vehicleId")).isNotNull();
    }

    @Test
    void who_comes_from_two_regions_arrives_from_each() {
        String wider = "wider-" + region;
        list(now.minus(DAY), null);
        list(Map.of("areaPrefix", origin.substring(0, 11)), wider, now.minus(DAY), null);
        var reading = from(origin, now);

        store(reading);

        assertThat(database.count("SELECT count(*) FROM arrival WHERE reading_id = $1", reading.id()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, false", "3599999, true", "3600000, false"})
    void a_backlog_is_judged_by_the_list_as_of_its_time(long millis, boolean arrives) {
        Instant from = now.minus(20, ChronoUnit.DAYS);
        list(from, from.plusSeconds(3_600));

        var late = from(origin, from.plusMillis(millis));
        store(late);

        assertThat(arrived(late)).isEqualTo(arrives);
    }

    @Test
    void a_new_region_is_looked_for_in_the_last_fourteen_days_and_what_that_changed_is_told() {
        String area = "360322" + origin.substring(0, 6);
        var yesterday = from(origin, now.minus(DAY)).in(area);
        var longAgo = from(origin, now.minus(13, ChronoUnit.DAYS)).in(area);
        var tooLongAgo = from(origin, now.minus(15, ChronoUnit.DAYS)).in(area);
        var elsewhere = from("360322", now.minus(DAY)).in(area);
        store(yesterday, longAgo, tooLongAgo, elsewhere);

        list(now.minus(30, ChronoUnit.DAYS), null);
        apply(region);

        assertThat(Stream.of(yesterday, longAgo, tooLongAgo, elsewhere).map(this::arrived))
                .containsExactly(true, true, false, false);
        var report = report(Persona.COUNTY_OFFICIAL);
        assertThat(report.getLong("items[0].added")).isEqualTo(2);
        assertThat(report.getLong("items[0].withdrawn")).isZero();
        assertThat(report.getString("items[0].changedBy")).isEqualTo("county_official");
        assertThat(Instant.parse(report.getString("items[0].from")))
                .isBetween(now.minus(14, ChronoUnit.DAYS), Instant.now().minus(14, ChronoUnit.DAYS));
        assertThat(database.row(
                                "SELECT passages FROM key_region_run_area WHERE area_code = $1 AND run_id = $2",
                                area,
                                run(region))
                        .getLong(0))
                .isEqualTo(3);
    }

    @Test
    void who_is_stored_is_found_by_the_plate_too_and_once() {
        var plate = byPlate("藏Y", now.minus(DAY));
        var both = new Reading(
                UUID.randomUUID(),
                plate.measuredAt(),
                plate.receivedAt(),
                plate.place(),
                from(origin, now).traveller(),
                byPlate("藏Y", now).vehicle());
        store(plate, both);

        list(Map.of("areaPrefix", origin, "platePrefix", "藏Y"), region, now.minus(DAY.multipliedBy(2)), null);
        apply(region);

        assertThat(Stream.of(plate, both).map(this::arrived)).containsExactly(true, true);
        assertThat(report(Persona.COUNTY_OFFICIAL).getLong("items[0].added")).isEqualTo(2);
    }

    @Test
    void who_arrived_when_the_passage_was_stored_is_not_added_by_the_run() {
        var before = from(origin, now.minusSeconds(60));
        store(before);
        list(now.minus(DAY), null);
        var after = from(origin, now);
        store(after);

        apply(region);

        assertThat(arrived(after)).isTrue();
        assertThat(report(Persona.COUNTY_OFFICIAL).getLong("items[0].added")).isEqualTo(1);
    }

    @Test
    void an_end_takes_back_what_is_dated_later() {
        list(now.minus(DAY), null);
        apply(region);
        var kept = from(origin, now);
        var ahead = from(origin, now.plus(Duration.ofHours(2)));
        store(kept, ahead);

        end(now.plus(Duration.ofHours(1)));
        apply(region);

        assertThat(arrived(kept)).isTrue();
        assertThat(arrived(ahead)).isFalse();
        var report = report(Persona.COUNTY_OFFICIAL);
        assertThat(report.getLong("items[0].withdrawn")).isEqualTo(1);
        assertThat(report.<Integer>getList("items.version")).containsExactly(1, 0);
    }

    @Test
    void an_end_that_is_moved_on_brings_back_what_is_dated_before_it() {
        list(now.minus(DAY), now.plus(Duration.ofHours(1)));
        var ahead = from(origin, now.plus(Duration.ofHours(2)));
        store(ahead);

        end(now.plus(Duration.ofHours(3)));
        apply(region);

        assertThat(arrived(ahead)).isTrue();
    }

    @Test
    void everybody_arrives_in_several_steps() {
        String area = "360322" + origin.substring(0, 6);
        database.run("""
                INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                    clock_ahead, temperature, mode, site, device_offset, origin_area)
                SELECT gen_random_uuid(), $1, $1, 'gate', 'gate', $2, 'LIVE', false, 36600, 'BODY', 'FOREHEAD', 0, $3
                FROM generate_series(0, $4::integer)
                """, utc(now.minus(DAY)), area, origin, KeyRegionRuns.MOST);

        list(now.minus(DAY.multipliedBy(2)), null);
        apply(region);

        var counts = database.row(
                "SELECT passages, added FROM key_region_run_area WHERE area_code = $1 AND run_id = $2",
                area,
                run(region));
        assertThat(counts.getLong("added")).isEqualTo(KeyRegionRuns.MOST + 1L);
        assertThat(counts.getLong("passages")).isEqualTo(KeyRegionRuns.MOST + 1L);
    }

    @Test
    void a_run_that_is_cut_off_goes_on_and_counts_nothing_twice() {
        var first = from(origin, now.minus(DAY.multipliedBy(3)));
        var second = from(origin, now.minus(DAY));
        store(first, second);
        var cut = new AtomicBoolean();
        heard.then((transaction, fresh) -> isOf(fresh, second) && cut.compareAndSet(false, true)
                ? terminate(transaction)
                : Uni.createFrom().voidItem());
        list(now.minus(DAY.multipliedBy(5)), null);

        assertThatThrownBy(() -> apply(region)).isNotNull();
        // The pool notices that its connection is gone when it uses it.
        await().atMost(SOON).ignoreExceptions().until(() -> arrived(first));
        assertThat(arrived(second)).isFalse();
        apply(region);

        assertThat(arrived(second)).isTrue();
        assertThat(report(Persona.COUNTY_OFFICIAL).getLong("items[0].added")).isEqualTo(2);
    }

    @Test
    void a_run_waits_for_what_is_being_stored_by_the_list_before() {
        String held = "held-" + region;
        String heldOrigin = "8" + origin.substring(1);
        list(Map.of("areaPrefix", heldOrigin), held, now.minus(DAY), null);
        var reached = new CompletableFuture<Void>();
        var release = new CompletableFuture<Void>();
        var missed = from(origin, now);
        var holding = from(heldOrigin, now);
        heard.then((transaction, fresh) -> {
            reached.complete(null);
            return Uni.createFrom().completionStage(release);
        });
        CompletableFuture<Stored> stored =
                store.store(List.of(missed.passage(), holding.passage())).subscribeAsCompletionStage();
        reached.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();

        list(now.minus(DAY), null);
        stepAll();
        boolean finishedEarly = finished(region);
        heard.nothing();
        release.complete(null);
        stored.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
        apply(region);

        assertThat(finishedEarly).isFalse();
        assertThat(arrived(missed)).isTrue();
    }

    @Test
    void who_listens_hears_of_each_arrival_once() {
        var told = new CopyOnWriteArrayList<Arrival>();
        heard.then((transaction, fresh) -> {
            told.addAll(fresh);
            return Uni.createFrom().voidItem();
        });
        var before = from(origin, now.minusSeconds(60));
        store(before);
        list(now.minus(DAY), null);
        var after = from(origin, now);

        store(after);
        store(after);
        apply(region);
        store(before, after);

        assertThat(told)
                .filteredOn(arrival -> arrival.regionId().equals(region))
                .extracting(Arrival::readingId)
                .containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void nobody_learns_how_many_arrived_in_another_area() {
        var here = from(origin, now.minus(DAY)).in("360322102");
        var there = from(origin, now.minus(DAY)).in("360322101");
        store(here, there);

        list(now.minus(DAY.multipliedBy(2)), null);
        apply(region);

        assertThat(report(Persona.COUNTY_OFFICIAL).getLong("items[0].added")).isEqualTo(2);
        assertThat(report(Persona.TOWN_OFFICIAL).getLong("items[0].added")).isEqualTo(1);
        assertThat(report(Persona.OFFICIAL_OF_NOWHERE).getLong("items[0].passages"))
                .isZero();
        assertThat(arrivals(Persona.TOWN_OFFICIAL).<String>getList("items.readingId"))
                .containsExactly(here.id().toString());
    }

    @Test
    void arrivals_come_newest_first_a_page_at_a_time() {
        list(now.minus(DAY), null);
        var readings = Stream.of(3, 1, 2)
                .map(minutes -> from(origin, now.minus(Duration.ofMinutes(minutes))))
                .toList();
        store(readings.toArray(Reading[]::new));

        var first = get("/v1/arrivals?limit=2&region=" + region, Persona.COUNTY_OFFICIAL);
        var second = get(
                "/v1/arrivals?limit=2&region=" + region + "&cursor=" + first.getString("next"),
                Persona.COUNTY_OFFICIAL);

        assertThat(Stream.concat(
                        first.<String>getList("items.readingId").stream(),
                        second.<String>getList("items.readingId").stream()))
                .containsExactly(id(readings.get(1)), id(readings.get(2)), id(readings.get(0)));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void arrivals_are_asked_for_by_time() {
        list(now.minus(DAY), null);
        var first = from(origin, now.minusSeconds(120));
        var second = from(origin, now.minusSeconds(60));
        store(first, second);

        var found = get(
                "/v1/arrivals?region=%s&from=%s&to=%s".formatted(region, first.measuredAt(), second.measuredAt()),
                Persona.COUNTY_OFFICIAL);

        assertThat(found.<String>getList("items.readingId")).containsExactly(id(first));
    }

    @Test
    void that_arrivals_were_read_is_on_record() {
        arrivals(Persona.COUNTY_OFFICIAL);

        assertThat(database.row("SELECT actor, act FROM audit_row WHERE subject = $1", region)
                        .toJson()
                        .encode())
                .isEqualTo("{\"actor\":\"county_official\",\"act\":\"arrivals\"}");
    }

    @Test
    void runs_of_what_is_not_listed_are_not_there() {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/key-regions/" + region + "/runs")
                .then()
                .statusCode(404);
    }

    private void list(Instant from, @Nullable Instant to) {
        list(Map.of("areaPrefix", origin), region, from, to);
    }

    private static void list(Map<String, String> prefix, String id, Instant from, @Nullable Instant to) {
        var body = new HashMap<>(prefix);
        body.put("id", id);
        body.put("name", "重点地区");
        body.put("validFrom", from.toString());
        body.put("legalBasis", "县指挥部第 3 号令");
        if (to != null) {
            body.put("validTo", to.toString());
        }
        Persona.COUNTY_OFFICIAL
                .request()
                .body(body)
                .post("/v1/key-regions")
                .then()
                .statusCode(201);
    }

    private void end(Instant at) {
        Persona.COUNTY_OFFICIAL
                .request()
                .header("If-Match", "*")
                .body(Map.of("validTo", at.toString()))
                .post("/v1/key-regions/" + region + "/end")
                .then()
                .statusCode(200);
    }

    /** Has all runs of a region done, however many there are of others. */
    private void apply(String id) {
        await().atMost(SOON).until(() -> {
            stepAll();
            return finished(id);
        });
    }

    private void stepAll() {
        boolean more = true;
        while (more) {
            more = runs.step().await().atMost(SOON);
        }
    }

    private boolean finished(String id) {
        return database.count("SELECT count(*) FROM key_region_run WHERE region_id = $1 AND finished_at IS NULL", id)
                == 0;
    }

    private long run(String id) {
        return database.count("SELECT max(id) FROM key_region_run WHERE region_id = $1", id);
    }

    private JsonPath report(Persona persona) {
        return get("/v1/key-regions/" + region + "/runs", persona);
    }

    private JsonPath arrivals(Persona persona) {
        return get("/v1/arrivals?region=" + region, persona);
    }

    private static JsonPath get(String path, Persona persona) {
        return persona.request().get(path).then().statusCode(200).extract().jsonPath();
    }

    private boolean arrived(Reading reading) {
        return database.count(
                        "SELECT count(*) FROM arrival WHERE reading_id = $1 AND region_id = $2", reading.id(), region)
                == 1;
    }

    private Stored store(Reading... readings) {
        return store.store(Stream.of(readings).map(Reading::passage).toList())
                .await()
                .atMost(SOON);
    }

    private static Reading from(String originArea, Instant at) {
        var reading = Reading.at(at);
        var sighting = new TravellerSighting(
                UUID.randomUUID().toString(), "RESIDENT_ID", true, null, originArea, "360322", null);
        return new Reading(reading.id(), at, at, reading.place(), sighting, null);
    }

    private static Reading byPlate(String platePrefix, Instant at) {
        var reading = Reading.at(at);
        var sighting =
                new VehicleSighting(UUID.randomUUID().toString(), platePrefix, true, "CAR", null, null, null, null);
        return new Reading(reading.id(), at, at, reading.place(), null, sighting);
    }

    private static boolean isOf(List<Arrival> fresh, Reading reading) {
        return fresh.stream().anyMatch(arrival -> arrival.readingId().equals(reading.id()));
    }

    /** As when the service is killed: the connection is gone, and with it the transaction. */
    private static Uni<Void> terminate(SqlConnection transaction) {
        return transaction
                .query("SELECT pg_terminate_backend(pg_backend_pid())")
                .execute()
                .replaceWithVoid();
    }

    private static String id(Reading reading) {
        return reading.id().toString();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
