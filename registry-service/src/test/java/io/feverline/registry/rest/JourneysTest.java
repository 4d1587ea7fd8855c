package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class JourneysTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ELSEWHERE = "360321101";

    private final Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
    private final String person = UUID.randomUUID().toString();
    private final String coach = UUID.randomUUID().toString();
    private final String exit = "exit-" + UUID.randomUUID();
    private final String station = "station-" + UUID.randomUUID();
    private final String bus = "bus-" + UUID.randomUUID();

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @Test
    void passages_are_joined_with_what_they_are_at() {
        checkpoint(exit, "HIGHWAY_EXIT");
        checkpoint(bus, "BUS");
        store(
                reading(then).through(exit),
                reading(then.plusSeconds(1_800)).through(station),
                reading(then.plusSeconds(1_801)).through(bus),
                reading(then.minus(Duration.ofDays(1))).through(exit));

        journeys("travellers", person, "")
                .statusCode(200)
                .body("cut", equalTo(false))
                .body("items", hasSize(2))
                .body("items[0].stops.checkpointId", contains(exit, station, bus))
                .body("items[0].stops[0].kind", equalTo("highway-exit"))
                .body("items[0].stops[0].checkpointName", equalTo("检查站"))
                .body("items[0].stops.impossible", contains(false, false, false))
                .body("items[0].until", equalTo(then.plusSeconds(1_801).toString()));
    }

    @Test
    void a_vehicle_that_is_in_two_places_at_once_is_marked() {
        store(
                Reading.at(then).by(coach).through(exit),
                Reading.at(then.plusSeconds(20)).by(coach).through(station));

        journeys("vehicles", coach, "").body("items[0].stops.impossible", contains(false, true));
    }

    @Test
    void who_is_faster_than_a_train_is_marked_where_checkpoints_have_a_position() {
        checkpoint(exit, "HIGHWAY_EXIT");
        checkpoint(station, "BUS_STATION");
        database.run("UPDATE checkpoint SET latitude = 27.88, longitude = 113.79 WHERE id = $1", exit);
        database.run("UPDATE checkpoint SET latitude = 30.59, longitude = 114.31 WHERE id = $1", station);
        store(reading(then).through(exit), reading(then.plusSeconds(2_700)).through(station));

        journeys("travellers", person, "").body("items[0].stops.impossible", contains(false, true));
    }

    @Test
    void an_entry_and_an_exit_are_a_stay() {
        checkpoint(exit, "HIGHWAY_EXIT");
        checkpoint(station, "CORRIDOR");
        database.run("UPDATE checkpoint SET direction = 'ENTRY' WHERE id = $1", exit);
        database.run("UPDATE checkpoint SET direction = 'EXIT' WHERE id = $1", station);
        store(
                reading(then).through(exit),
                reading(then.plusSeconds(20)).through(exit),
                reading(then.plusSeconds(3_000)).through(station));

        journeys("travellers", person, "")
                .body("stays", hasSize(1))
                .body("stays[0].county", equalTo("360322"))
                .body("stays[0].state", equalTo("left"))
                .body("stays[0].enteredAt", equalTo(then.toString()))
                .body("stays[0].entryCheckpointId", equalTo(exit))
                .body("stays[0].endedAt", equalTo(then.plusSeconds(3_000).toString()))
                .body("stays[0].endCheckpointId", equalTo(station));
    }

    @Test
    void the_documents_of_one_person_went_the_same_way() {
        String other = UUID.randomUUID().toString();
        store(
                reading(then).through(exit),
                Reading.at(then.plusSeconds(1_800)).of(other).through(station));
        database.run(
                "INSERT INTO traveller_merge VALUES ($1, $2)",
                UUID.fromString(id("travellers", other)),
                UUID.fromString(id("travellers", person)));

        journeys("travellers", other, "").body("items[0].stops.checkpointId", contains(exit, station));
    }

    @Test
    void of_more_passages_than_are_looked_at_the_newest_are_and_it_is_said() {
        var passages = IntStream.rangeClosed(0, 2_000)
                .mapToObj(second -> reading(then.plusSeconds(second)).through(second == 0 ? exit : station))
                .toArray(Reading[]::new);
        store(passages);

        journeys("travellers", person, "")
                .body("cut", equalTo(true))
                .body("items[0].stops.checkpointId", contains(station))
                .body("items[0].stops[0].passages", equalTo(2_000));
        journeys("travellers", person, "?to=" + then.plusSeconds(2_000))
                .body("cut", equalTo(false))
                .body("items[0].stops.checkpointId", contains(exit, station));
    }

    @Test
    void only_what_is_asked_for_is_joined() {
        store(reading(then).through(exit), reading(then.plusSeconds(600)).through(station));

        journeys("travellers", person, "?from=%s&to=%s".formatted(then, then.plusSeconds(600)))
                .body("items[0].stops.checkpointId", contains(exit));
    }

    @Test
    void what_happened_in_another_area_is_left_out() {
        store(
                reading(then).through(exit).in(ELSEWHERE),
                reading(then.plusSeconds(600)).through(station));

        journeys("travellers", person, "").body("items[0].stops.checkpointId", contains(station));
    }

    @Test
    void who_was_never_here_is_not_there() {
        store(reading(then).in(ELSEWHERE));

        journeys("travellers", person, "").statusCode(404);
    }

    @Test
    void that_journeys_were_read_is_on_record() {
        store(reading(then));

        journeys("travellers", person, "").statusCode(200);

        assertThat(database.row(
                                "SELECT actor || ' ' || act FROM audit_row WHERE subject = $1",
                                id("travellers", person))
                        .getString(0))
                .isEqualTo("county_official traveller.journeys");
    }

    private ValidatableResponse journeys(String of, String token, String query) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/%s/%s/journeys%s".formatted(of, id(of, token), query))
                .then();
    }

    private String id(String of, String token) {
        String table = of.equals("travellers") ? "traveller" : "vehicle";
        return database.row("SELECT id::text FROM " + table + " WHERE token = $1", token)
                .getString(0);
    }

    private void checkpoint(String id, String kind) {
        database.run("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL) ON CONFLICT DO NOTHING");
        database.run("INSERT INTO checkpoint (id, name, kind, area_code) VALUES ($1, '检查站', $2, '360000')", id, kind);
    }

    private Reading reading(Instant at) {
        return Reading.at(at).of(person);
    }

    private void store(Reading... readings) {
        store.store(Stream.of(readings).map(Reading::passage).toList()).await().atMost(SOON);
    }
}
