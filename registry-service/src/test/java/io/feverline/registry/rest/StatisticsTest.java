package io.feverline.registry.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.judgement.EpisodeTold;
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test has a day of its own, long ago. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class StatisticsTest {
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    @Inject
    PassageStore store;

    @Inject
    Judgements judgements;

    @Test
    void a_day_tells_who_was_screened_with_papers_and_looked_at_again() {
        LocalDate day = LocalDate.of(1981, 1, 1);
        Reading anonymous = Reading.at(on(day, 8)).in("360322101");
        Reading known =
                Reading.at(on(day, 8)).in("360322101").of(UUID.randomUUID().toString());
        store(
                anonymous.passage(),
                known.passage(),
                recheck(Reading.at(on(day, 8)).in("360322101")));

        statistics(Persona.COUNTY_OFFICIAL, "360322", day)
                .body("total.screened", equalTo(2))
                .body("total.withPapers", equalTo(1))
                .body("total.rechecked", equalTo(1));
    }

    @Test
    void a_reading_that_comes_again_is_not_counted_again() {
        LocalDate day = LocalDate.of(1981, 1, 2);
        Passage reading = Reading.at(on(day, 8)).in("360322101").passage();
        store(reading, reading);
        store(reading);

        statistics(Persona.COUNTY_OFFICIAL, "360322", day).body("total.screened", equalTo(1));
    }

    @Test
    void an_episode_is_suspected_and_may_be_confirmed_and_one_that_was_another_is_none() {
        LocalDate day = LocalDate.of(1981, 1, 12);
        judgements
                .storeEpisodes(List.of(
                        episode(day, "360322101", "CONFIRMED"),
                        episode(day, "360322102", "EXPIRED"),
                        episode(day, "360322102", "MERGED"),
                        episode(day, "360321101", "CONFIRMED")))
                .await()
                .indefinitely();

        statistics(Persona.COUNTY_OFFICIAL, "360322", day)
                .body("total.suspected", equalTo(2))
                .body("total.confirmed", equalTo(1))
                .body("areas.suspected", contains(1, 1))
                .body("areas.confirmed", contains(1, 0));
    }

    @Test
    void figures_are_given_by_the_area_below_and_by_the_hour() {
        LocalDate day = LocalDate.of(1981, 1, 3);
        store(
                Reading.at(on(day, 0)).in("360322101").passage(),
                Reading.at(on(day, 23)).in("360322101001").passage(),
                Reading.at(on(day, 23)).in("360322102").passage(),
                Reading.at(on(day, 23)).in("360322").passage());

        statistics(Persona.COUNTY_OFFICIAL, "360322", day)
                .body("areas.area", contains("360322", "360322101", "360322102"))
                .body("areas.screened", contains(1, 2, 1))
                .body("hours.hour", contains(0, 23))
                .body("hours.screened", contains(1, 3));
        statistics(Persona.ADMIN, "360000", day)
                .body("areas.area", contains("360300"))
                .body("areas.screened", contains(4));
    }

    @Test
    void a_day_ends_where_the_next_begins_in_the_countys_time() {
        LocalDate day = LocalDate.of(1981, 1, 5);
        store(
                Reading.at(on(day, 0).minusMillis(1)).in("360322101").passage(),
                Reading.at(on(day, 0)).in("360322101").passage(),
                Reading.at(on(day.plusDays(1), 0)).in("360322101").passage());

        statistics(Persona.COUNTY_OFFICIAL, "360322", day).body("total.screened", equalTo(1));
    }

    @Test
    void of_a_larger_area_an_official_has_the_figures_of_the_own_one() {
        LocalDate day = LocalDate.of(1981, 1, 8);
        store(
                Reading.at(on(day, 8)).in("360322101").passage(),
                Reading.at(on(day, 8)).in("360321101").passage());

        statistics(Persona.COUNTY_OFFICIAL, "360300", day)
                .body("total.screened", equalTo(1))
                .body("areas.area", contains("360322"));
    }

    @Test
    void another_area_has_no_figures_for_an_official() {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/areas/360321/statistics?day=1981-01-09")
                .then()
                .statusCode(404)
                .contentType(containsString("problem+json"));
    }

    @Test
    void a_day_without_readings_has_figures_of_zero() {
        statistics(Persona.COUNTY_OFFICIAL, "360322", LocalDate.of(1981, 1, 11))
                .body("total.screened", equalTo(0))
                .body("areas", empty());
    }

    @Test
    void a_day_that_is_none_is_refused() {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/areas/360322/statistics?day=1981-02-30")
                .then()
                .statusCode(400)
                .contentType(containsString("problem+json"));
    }

    private static ValidatableResponse statistics(Persona reader, String area, LocalDate day) {
        return reader.request()
                .get("/v1/areas/" + area + "/statistics?day=" + day)
                .then()
                .statusCode(200);
    }

    private static EpisodeTold episode(LocalDate day, String area, String state) {
        return new EpisodeTold(UUID.randomUUID(), on(day, 8), "shangli-exit-north", area, state, 1);
    }

    private static Instant on(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(COUNTY).toInstant();
    }

    private static Passage recheck(Reading reading) {
        Passage passage = reading.passage();
        return new Passage(
                passage.readingId(),
                passage.measuredAt(),
                passage.receivedAt(),
                passage.place(),
                passage.measurement(),
                UUID.randomUUID(),
                passage.traveller(),
                passage.vehicle());
    }

    private void store(Passage... passages) {
        store.store(Stream.of(passages).toList()).await().indefinitely();
    }
}
