package io.feverline.registry.keyregion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalCursorTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    @Test
    void is_the_cursor_that_its_text_was_made_of() {
        var cursor = new ArrivalCursor(Instant.parse("2020-01-26T08:00:00.123456Z"), UUID.fromString(ID), "hubei-1");

        assertThat(ArrivalCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-01-26T08:00:00Z",
                "2020-01-26T08:00:00Z " + ID,
                "2020-01-26T08:00:00Z " + ID + " ",
                "2020-01-26T08:00:00Z " + ID + " hubei\u0000",
                "2020-01-26T08:00:00Z 1 hubei",
                "today " + ID + " hubei",
            })
    void another_text_is_refused(String text) {
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));

        assertThatThrownBy(() -> ArrivalCursor.parse(encoded)).isInstanceOf(Rejection.class);
    }
}
