package io.feverline.registry.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryCursorTest {
    @Test
    void is_read_back_from_its_text() {
        var cursor = new HistoryCursor(Instant.parse("2026-11-24T00:00:00.123Z"), UUID.randomUUID());

        assertThat(HistoryCursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anything_else_is_refused() {
        for (String text : new String[] {"", "x", "!", "MjAyNg", "MjAyNi0xMS0yNFQwMDowMDowMFo"}) {
            assertThatThrownBy(() -> HistoryCursor.parse(text)).isInstanceOf(Rejection.class);
        }
    }
}
