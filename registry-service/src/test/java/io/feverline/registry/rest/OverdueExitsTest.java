package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.SealedIdentity;
import io.feverline.registry.passage.TravellerSighting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a day of its own, long ago. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OverdueExitsTest {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String LUXI = "360323";

    private final Instant then = Instant.parse("1982-01-01T00:00:00Z").plus(Duration.ofDays(DAYS.getAndIncrement()));
    private final String person = UUID.randomUUID().toString();
    private final String coach = UUID.randomUUID().toString();
    private final String in = "in-" + UUID.randomUUID();
    private final String out = "out-" + UUID.randomUUID();
    private final String station = "station-" + UUID.randomUUID();

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @BeforeEach
    void there_are_checkpoints() {
        database.run("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL) ON CONFLICT DO NOTHING");
        checkpoint(in, "HIGHWAY_EXIT", "ENTRY");
        checkpoint(out, "CORRIDOR", "EXIT");
        checkpoint(station, "BUS_STATION", "BOTH");
    }

    @Test
    void who_came_to_go_on_and_was_not_seen_to_leave_is_listed() {
        store(
                bound("430100", then),
                Reading.at(then.plusSeconds(600)).of(person).through(station));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "")
                .body("items.travellerId", contains(traveller()))
                .body("items[0].enteredAt", equalTo(then.toString()))
                .body("items[0].leaveBy", equalTo(then.plus(Duration.ofDays(1)).toString()))
                .body("items[0].checkpointId", equalTo(in))
                .body("items[0].checkpointName", equalTo("检查站"))
                .body("items[0].destinationArea", equalTo("430100"));
    }

    @Test
    void who_was_seen_to_leave_is_not() {
        store(
                bound("430100", then),
                Reading.at(then.plusSeconds(600)).of(person).through(out));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items", empty());
    }

    @Test
    void who_left_before_and_came_again_is_listed_by_the_latest_entry() {
        store(
                bound("430100", then),
                bound("430100", then.plusSeconds(7_200)),
                Reading.at(then.plusSeconds(600)).of(person).through(out));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "")
                .body("items.enteredAt", contains(then.plusSeconds(7_200).toString()));
    }

    @Test
    void who_was_seen_in_another_county_has_left_for_those_who_may_know() {
        store(
                bound("430100", then),
                Reading.at(then.plusSeconds(600)).of(person).through(station).in(LUXI));

        overdue(Persona.PROVINCE_OFFICIAL, "travellers", "").body("items", empty());
        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items.travellerId", contains(traveller()));
    }

    @Test
    void who_left_with_another_document_has_left() {
        String other = UUID.randomUUID().toString();
        store(bound("430100", then), Reading.at(then.plusSeconds(600)).of(other).through(out));
        database.run("""
                INSERT INTO traveller_merge SELECT a.id, b.id FROM traveller a, traveller b
                WHERE a.token = $1 AND b.token = $2
                """, other, person);

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items", empty());
    }

    @Test
    void a_vehicle_is_listed_whoever_was_measured_in_it() {
        store(bound("430100", then).by(coach));

        overdue(Persona.COUNTY_OFFICIAL, "vehicles", "")
                .body(
                        "items.vehicleId",
                        contains(database.row("SELECT id::text FROM vehicle WHERE token = $1", coach)
                                .getString(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "360322, false",
        "360322101001, false",
        "360300, false",
        "360000, false",
        "360323, true",
        "360400, true",
        "430000, true"
    })
    void who_goes_to_the_county_or_to_what_it_lies_in_need_not_leave(String destination, boolean listed) {
        store(bound(destination, then));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items.size()", equalTo(listed ? 1 : 0));
    }

    @Test
    void who_did_not_say_where_is_listed_when_it_is_asked_for() {
        store(bound(null, then));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items", empty());
        overdue(Persona.COUNTY_OFFICIAL, "travellers", "&undeclared=true")
                .body("items.travellerId", contains(traveller()));
    }

    @Test
    void nobody_is_overdue_within_a_day() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store(bound("430100", now.minus(Duration.ofHours(23))));

        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/overdue-exits?of=travellers&from=%s&to=%s".formatted(now.minus(Duration.ofDays(1)), now))
                .then()
                .statusCode(200)
                .body("items.travellerId", not(hasItem(traveller())));
    }

    @Test
    void entries_in_another_area_are_not_listed() {
        store(bound("430100", then).in(LUXI));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "").body("items", empty());
    }

    @Test
    void a_long_list_comes_in_pages() {
        store(Stream.of(0, 1, 2)
                .map(minute -> bound(UUID.randomUUID().toString(), "430100", then.plusSeconds(60L * minute)))
                .toArray(Reading[]::new));

        String next = overdue(Persona.COUNTY_OFFICIAL, "travellers", "&limit=2")
                .body(
                        "items.enteredAt",
                        contains(
                                then.plusSeconds(120).toString(),
                                then.plusSeconds(60).toString()))
                .extract()
                .path("next");
        overdue(Persona.COUNTY_OFFICIAL, "travellers", "&limit=2&cursor=" + next)
                .body("items.enteredAt", contains(then.toString()))
                .body("next", equalTo(null));
    }

    @Test
    void entries_that_are_hours_apart_are_all_found_newest_first() {
        var hours = List.of(0, 5, 9, 11);
        store(hours.stream()
                .map(hour -> bound(UUID.randomUUID().toString(), "430100", then.plus(Duration.ofHours(hour))))
                .toArray(Reading[]::new));

        overdue(Persona.COUNTY_OFFICIAL, "travellers", "")
                .body(
                        "items.enteredAt",
                        equalTo(hours.stream()
                                .sorted(Comparator.reverseOrder())
                                .map(hour -> then.plus(Duration.ofHours(hour)).toString())
                                .toList()));
    }

    @Test
    void that_it_was_read_is_on_record() {
        overdue(Persona.COUNTY_OFFICIAL, "vehicles", "");

        assertThat(database.count(
                        "SELECT count(*) FROM audit_row WHERE act = 'overdue-exits' AND starts_with(detail, $1)",
                        "VEHICLE, " + then))
                .isEqualTo(1);
    }

    @Test
    void of_something_else_there_is_no_list() {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/overdue-exits?of=devices")
                .then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("violations.in", contains("query"))
                .body("violations.field", contains("of"));
    }

    private ValidatableResponse overdue(Persona reader, String of, String more) {
        return reader.request()
                .get("/v1/overdue-exits?of=%s&from=%s&to=%s%s"
                        .formatted(of, then, then.plus(Duration.ofHours(12)), more))
                .then()
                .statusCode(200);
    }

    private String traveller() {
        return database.row("SELECT id::text FROM traveller WHERE token = $1", person)
                .getString(0);
    }

    private void checkpoint(String id, String kind, String direction) {
        database.run(
                "INSERT INTO checkpoint (id, name, kind, area_code, direction) VALUES ($1, '检查站', $2, '360000', $3)",
                id,
                kind,
                direction);
    }

    private Reading bound(@Nullable String destination, Instant at) {
        return bound(person, destination, at);
    }

    private Reading bound(String token, @Nullable String destination, Instant at) {
        Reading reading = Reading.at(at).through(in);
        var sealed = new SealedIdentity(new byte[] {1}, new byte[] {2});
        var sighting = new TravellerSighting(token, "RESIDENT_ID", true, true, "510100", destination, sealed);
        return new Reading(reading.id(), at, reading.receivedAt(), reading.place(), sighting, null);
    }

    private void store(Reading... readings) {
        store.store(Stream.of(readings).map(Reading::passage).toList()).await().indefinitely();
    }
}
