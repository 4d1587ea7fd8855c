package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the committed document to the code; {@code -Dopenapi.update=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    /** Names, ids and numbers are shorter. */
    private static final int A_SENTENCE = 200;

    @Test
    void the_committed_document_is_what_the_code_says() throws IOException {
        String generated = given().get("/q/openapi").asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void a_body_has_no_member_that_nobody_can_send() {
        schemas()
                .forEach((name, schema) -> members(name)
                        .ifPresent(members -> assertThat(members)
                                .as(name)
                                .containsAll(properties(schema).keySet())));
    }

    /** What is written stays, whom it is about may be erased. An order that lists a region has a number, of nobody. */
    @Test
    void no_words_that_somebody_writes_may_hold_a_persons_number() {
        var unguarded = new ArrayList<String>();
        schemas()
                .forEach((name, schema) -> properties(schema).forEach((property, type) -> {
                    if (type.get("maxLength") instanceof Integer most
                            && most >= A_SENTENCE
                            && !Shapes.WORDS.equals(type.get("pattern"))) {
                        unguarded.add(name + "." + property);
                    }
                }));

        assertThat(unguarded).containsExactly("NewKeyRegion.legalBasis");
    }

    private static Map<String, Map<String, Object>> schemas() {
        return given().accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("components.schemas");
    }

    @SuppressWarnings("unchecked") // that is what a schema is
    private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        return (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
    }

    /** Of the record that a schema is of. */
    private static Optional<Set<String>> members(String schema) {
        try {
            Class<?> type = Class.forName(OpenApiTest.class.getPackageName() + "." + schema);
            return type.isRecord()
                    ? Optional.of(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()))
                    : Optional.empty();
        } catch (ClassNotFoundException nested) {
            return Optional.empty();
        }
    }
}
