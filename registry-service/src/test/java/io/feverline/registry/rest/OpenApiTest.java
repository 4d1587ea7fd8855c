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

/** Holds the committed document to the code; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void the_committed_document_is_what_the_code_says() throws IOException {
        String generated = given().get("/q/openapi").asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }
}
