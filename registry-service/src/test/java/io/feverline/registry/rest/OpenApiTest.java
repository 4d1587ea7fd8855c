package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    /** After an intended change, run it with -Dopenapi.write and commit the file. */
    @Test
    void theCommittedDocumentIsWhatTheCodeSays() throws IOException {
        String generated = given().get("/q/openapi").asString();
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }
}
