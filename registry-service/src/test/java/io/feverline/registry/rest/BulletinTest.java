package io.feverline.registry.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.report.rule.ShiftPlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test has a day of its own, long ago. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class BulletinTest {
    private static final String COUNTY = "360322";

    @Inject
    PassageStore store;

    @Test
    void figures_stay_as_they_were_published() {
        LocalDate day = LocalDate.of(1982, 1, 1);
        screened(day, "360322101");
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201).body("figures.total.screened", equalTo(1));

        screened(day, "360322101");

        bulletin(Persona.COUNTY_OFFICIAL, COUNTY, day)
                .statusCode(200)
                .body("items.figures.total.screened", contains(1));
    }

    @Test
    void a_correction_is_another_edition_and_the_first_one_stays() {
        LocalDate day = LocalDate.of(1982, 1, 2);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);
        screened(day, "360322101");

        correct(day, "\"1\"").statusCode(201).body("edition", equalTo(2)).body("words", equalTo("漏计"));

        bulletin(Persona.COUNTY_OFFICIAL, COUNTY, day)
                .body("items.edition", contains(1, 2))
                .body("items.figures.total.screened", contains(0, 1));
    }

    @Test
    void who_has_not_seen_the_last_edition_corrects_nothing() {
        LocalDate day = LocalDate.of(1982, 1, 3);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);
        correct(day, "\"1\"").statusCode(201);

        correct(day, "\"1\"").statusCode(412);
    }

    @Test
    void what_is_published_is_not_published_again_by_who_does_not_know_it() {
        LocalDate day = LocalDate.of(1982, 1, 4);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);

        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(428);
    }

    @Test
    void a_day_that_has_not_ended_is_not_published() {
        publish(Persona.COUNTY_OFFICIAL, COUNTY, LocalDate.now(ShiftPlan.COUNTY))
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:time-not-possible"));
    }

    @Test
    void of_a_larger_area_than_the_own_one_nobody_publishes() {
        publish(Persona.TOWN_OFFICIAL, COUNTY, LocalDate.of(1982, 1, 5))
                .statusCode(403)
                .body("type", equalTo("urn:feverline:problem:area-outside"));
    }

    @Test
    void a_towns_official_reads_the_countys_bulletin() {
        LocalDate day = LocalDate.of(1982, 1, 6);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);

        bulletin(Persona.TOWN_OFFICIAL, COUNTY, day).statusCode(200);
    }

    @Test
    void another_towns_bulletin_is_none() {
        LocalDate day = LocalDate.of(1982, 1, 7);
        publish(Persona.COUNTY_OFFICIAL, "360322101", day).statusCode(201);

        bulletin(Persona.TOWN_OFFICIAL, "360322101", day).statusCode(404);
        list(Persona.TOWN_OFFICIAL, "?limit=500").body("items.figures.day", not(hasItem(day.toString())));
    }

    @Test
    void the_provinces_bulletin_is_for_its_counties_too() {
        LocalDate day = LocalDate.of(1982, 1, 8);
        publish(Persona.PROVINCE_OFFICIAL, "360000", day).statusCode(201);

        list(Persona.COUNTY_OFFICIAL, "?limit=500").body("items.figures.day", hasItem(day.toString()));
    }

    @Test
    void the_list_has_the_last_editions_the_newest_day_first_a_page_at_a_time() {
        LocalDate day = LocalDate.of(2001, 1, 2); // the newest of all in here
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day.minusDays(1)).statusCode(201);

        String next = list(Persona.COUNTY_OFFICIAL, "?limit=1").extract().path("next");
        list(Persona.COUNTY_OFFICIAL, "?limit=1&cursor=" + next).body("items.edition", contains(1));
    }

    @Test
    void that_it_was_published_is_on_record() {
        LocalDate day = LocalDate.of(1982, 1, 9);
        publish(Persona.COUNTY_OFFICIAL, COUNTY, day).statusCode(201);

        Persona.AUDITOR
                .request()
                .get("/v1/audit?act=bulletin.publish&subject={subject}", COUNTY + "/" + day)
                .then()
                .statusCode(200)
                .body("items.detail", contains("edition 1"));
    }

    private void screened(LocalDate day, String area) {
        store.store(List.of(Reading.at(day.atTime(8, 0).atZone(ShiftPlan.COUNTY).toInstant())
                        .in(area)
                        .passage()))
                .await()
                .indefinitely();
    }

    private static ValidatableResponse publish(Persona who, String area, LocalDate day) {
        return who.request()
                .body("{}")
                .post("/v1/bulletins/{area}/{day}", area, day.toString())
                .then();
    }

    private static ValidatableResponse correct(LocalDate day, String seen) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .header("If-Match", seen)
                .body("{\"words\":\"漏计\"}")
                .post("/v1/bulletins/{area}/{day}", COUNTY, day.toString())
                .then();
    }

    private static ValidatableResponse bulletin(Persona who, String area, LocalDate day) {
        return who.request()
                .get("/v1/bulletins/{area}/{day}", area, day.toString())
                .then();
    }

    private static ValidatableResponse list(Persona who, String query) {
        return who.request().get("/v1/bulletins" + query).then().statusCode(200);
    }
}
