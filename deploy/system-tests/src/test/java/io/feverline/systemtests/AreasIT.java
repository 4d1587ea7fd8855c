package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published lists of China's areas go in as they are. */
@ExtendWith(SharedSystem.class)
class AreasIT {
    /** 东莞, 中山 and 儋州 have no counties and stand in the list as cities and as counties. */
    private static final int CITIES_LISTED_TWICE = 3;

    private Api api;

    @BeforeEach
    void useTheSystem(LocalSystem running) {
        api = new Api(running);
    }

    @Test
    void the_country_and_the_countys_villages_become_one_tree() throws IOException {
        imported("province_city_county_2023.csv", 3_351 - CITIES_LISTED_TWICE);
        imported("shangli_360322_towns_villages_2023.csv", 188);

        assertThat(below(null)).contains("110000", "360000", "650000");
        assertThat(below("360300")).contains("360322");
        assertThat(below("360322")).contains("360322102");
        assertThat(below("360322102")).contains("360322102001");
    }

    @Test
    void a_code_on_an_old_identity_number_still_has_its_name() throws IOException {
        imported("gb2260_history_1980_2020.csv", 7_704);

        api.registry(Persona.COUNTY_OFFICIAL)
                .get("/v1/areas/360311/periods")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("上栗区"))
                .body("items[0].lastYear", equalTo(1996));
    }

    private void imported(String file, int areas) throws IOException {
        api.registry(Persona.ADMIN)
                .contentType("text/csv; charset=UTF-8")
                .body(Files.readString(SharedData.file("admin-divisions/" + file)))
                .post("/v1/areas/import")
                .then()
                .statusCode(200)
                .body("rows", equalTo(areas));
    }

    private List<String> below(@Nullable String parent) {
        var request = api.registry(Persona.GRID_WORKER);
        return (parent == null ? request : request.queryParam("parent", parent))
                .get("/v1/areas")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }
}
