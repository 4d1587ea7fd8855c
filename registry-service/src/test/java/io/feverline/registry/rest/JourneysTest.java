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
