package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The realm for Keycloak is the one that this launcher's OpenID provider imitates. */
class KeycloakRealmTest {
    private static JsonNode realm;

    @BeforeAll
    static void readRealm() throws IOException {
        realm = new ObjectMapper()
                .readTree(Path.of("../keycloak/feverline-realm.json").toFile());
    }

    @Test
    void it_has_the_personas_and_nobody_else() {
        assertThat(realm.get("users").findValuesAsText("username"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Persona.values()).map(Persona::username).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_persona_has_the_same_role_and_area(Persona persona) {
        JsonNode user = user(persona);
        assertThat(user.get("realmRoles")).extracting(JsonNode::asText).containsExactly(persona.role());
        assertThat(user.at("/attributes/area")).extracting(JsonNode::asText).containsExactly(persona.area());
    }

    @Test
    void its_tokens_carry_roles_area_and_audience_where_the_services_look() {
        assertThat(realm.findValuesAsText("claim.name")).contains("roles", "area");
        assertThat(realm.findValuesAsText("included.custom.audience")).containsExactly("feverline");
    }

    @Test
    void whoever_acts_is_on_record_by_their_username() {
        assertThat(realm.findParents("user.attribute"))
                .filteredOn(mapper -> mapper.path("claim.name").asText().equals("sub"))
                .extracting(mapper -> mapper.get("user.attribute").asText())
                .containsExactly("username");
    }

    private static JsonNode user(Persona persona) {
        for (JsonNode user : realm.get("users")) {
            if (user.get("username").asText().equals(persona.username())) {
                return user;
            }
        }
        throw new AssertionError("no user " + persona.username());
    }
}
