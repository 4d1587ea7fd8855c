package io.feverline.registry.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import io.feverline.registry.contact.Contact.Closeness;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCursorTest {
    private static final String ID = "018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60";

    @Test
    void is_read_back_from_its_text() {
        var cursor = new ContactCursor(
                Instant.parse("2020-01-26T08:00:00.000123Z"),
                14,
                new Closeness(Reason.NEAR_ROWS, Duration.ofMillis(61_500), UUID.fromString(ID)));

        assertThat(ContactCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020-01-26T08:00:00Z",
                "2020-01-26T08:00:00Z 14 NEAR_ROWS PT1M",
                "2020-01-26T08:00:00Z 0 NEAR_ROWS PT1M " + ID,
                "2020-01-26T08:00:00Z 61 NEAR_ROWS PT1M " + ID,
                "2020-01-26T08:00:00Z 14 NEIGHBOUR PT1M " + ID,
                "2020-01-26T08:00:00Z 14 NEAR_ROWS soon " + ID,
                "2020-01-26T08:00:00Z 14 NEAR_ROWS PT1M 5",
                "+300000-01-26T08:00:00Z 14 NEAR_ROWS PT1M " + ID,
                "1969-12-31T23:59:59Z 14 NEAR_ROWS PT1M " + ID
            })
    void what_no_page_gave_is_refused(String content) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(UTF_8));
        assertThatThrownBy(() -> ContactCursor.parse(text)).isInstanceOf(Rejection.class);
    }

    @Test
    void what_is_not_of_the_alphabet_is_refused() {
        assertThatThrownBy(() -> ContactCursor.parse("!")).isInstanceOf(Rejection.class);
    }
}
