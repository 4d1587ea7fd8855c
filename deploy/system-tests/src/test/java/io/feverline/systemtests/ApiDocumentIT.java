package io.feverline.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each process says of itself: its API's document, as committed, and how it is. */
@ExtendWith(SharedSystem.class)
class ApiDocumentIT {
    private LocalSystem system;

    @BeforeEach
    void useTheSystem(LocalSystem running) {
        system = running;
    }

    @ParameterizedTest
    @EnumSource
    void the_committed_document_is_what_the_process_serves(Service service) throws IOException {
        var yaml = new YAMLMapper();
        var committed = Home.find().root().resolve(service.folder()).resolve("openapi.yaml");
        var served =
                at(service).get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(yaml.readTree(served)).isEqualTo(yaml.readTree(committed.toFile()));
    }

    @ParameterizedTest
    @EnumSource
    void the_document_can_be_read_in_a_browser(Service service) {
        at(service).get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger-ui"));
    }

    @ParameterizedTest
    @EnumSource
    void it_is_healthy(Service service) {
        at(service).get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @EnumSource
    void it_is_measured(Service service) {
        at(service).get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    private RequestSpecification at(Service service) {
        return given().baseUri(system.url(service).toString());
    }
}
