package io.feverline.registry.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorklistCursorTest {
    @Property
    void a_cursor_is_the_one_of_its_text(@ForAll long waitingFor, @ForAll long high, @ForAll long low) {
        var cursor = new WorklistCursor(waitingFor, new UUID(high, low));

        assertThat(WorklistCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "MQ", "MSAy"})
    void another_text_is_refused(String text) {
        assertThatThrownBy(() -> WorklistCursor.parse(text)).isInstanceOf(Rejection.class);
    }
}
