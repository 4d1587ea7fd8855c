package io.feverline.systemtests;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published lists of China's areas go in as they are. */
@ExtendWith(SharedSystem.class)
class AreasIT {
    private Api api;

    @BeforeEach
    void useTheSystem(LocalSystem running) {
        api = new Api(running);
    }

    @Test
    void the_country_and_the_countys_villages_become_one_tree() throws IOException {
        imported("province_city_county_2023.csv", 3_352);
        imported("shangli_360322_towns_villages_2023.csv", 189);

        below(null, hasItems("110000", "360000", "820000"));
        below("360300", hasItem("360322"));
        below("360322", hasItem("360322102"));
        below("360322102", hasItem("360322102001"));
    }

    @Test
    void a_code_on_an_old_identity_number_still_has_its_name() throws IOException {
        imported("gb2260_history_1980_2020.csv", 7_705);

        api.registry(Persona.COUNTY_OFFICIAL)
                .get("/v1/areas/360311/periods")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("上栗区"))
                .body("items[0].lastYear", equalTo(1996));
    }

    private void imported(String file, int linesWithHeader) throws IOException {
        api.registry(Persona.ADMIN)
                .contentType("text/csv; charset=UTF-8")
                .body(Files.readString(SharedData.file("admin-divisions/" + file)))
                .post("/v1/areas/import")
                .then()
                .statusCode(200)
                .body("imported", equalTo(linesWithHeader - 1));
    }

    private void below(String parent, org.hamcrest.Matcher<Iterable<? super String>> codes) {
        var request = api.registry(Persona.GRID_WORKER);
        (parent == null ? request : request.queryParam("parent", parent))
                .get("/v1/areas")
                .then()
                .statusCode(200)
                .body("items.code", codes);
    }
}
