package io.feverline.alert.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the committed document to the code; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void the_committed_document_is_what_the_service_serves() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
