package io.feverline.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {
    private static final UUID NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID NAME = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void is_of_version_five_and_the_same_each_time() {
        UUID id = NameBasedUuid.of(NAMESPACE, NAME);

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id)
                .isEqualTo(NameBasedUuid.of(NAMESPACE, NAME))
                .isEqualTo(UUID.fromString("f3f9a9a6-022e-5461-978c-35495ce5a74a"));
    }

    /** RFC 9562, appendix A.4. */
    @Test
    void is_that_of_the_standards_example() {
        assertThat(NameBasedUuid.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void differs_by_namespace_and_name() {
        assertThat(NameBasedUuid.of(NAMESPACE, NAME))
                .isNotEqualTo(NameBasedUuid.of(NAME, NAMESPACE))
                .isNotEqualTo(NameBasedUuid.of(NAMESPACE, NAMESPACE));
    }
}
