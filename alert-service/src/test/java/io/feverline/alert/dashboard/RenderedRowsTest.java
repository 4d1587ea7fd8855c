package io.feverline.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.events.access.AreaScope;
import io.feverline.look.Language;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class RenderedRowsTest {
    @Inject
    RenderedRows rows;

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    private Alert alert;

    @BeforeEach
    void raise() {
        EpisodeTold opening = Changes.opening("exit", "360322101", Changes.EIGHT);
        writer.store(List.of(opening)).await().atMost(Duration.ofSeconds(10));
        alert = reader.find(opening.alertId(), AreaScope.of("360322"))
                .await()
                .atMost(Duration.ofSeconds(10))
                .orElseThrow();
    }

    @Test
    void a_change_is_rendered_once_for_all_who_read_a_language() {
        assertThat(rows.of(1, alert, Language.CHINESE)).isSameAs(rows.of(1, alert, Language.CHINESE));
    }

    @Test
    void each_language_has_its_own() {
        rows.of(2, alert, Language.CHINESE);

        assertThat(rows.of(2, alert, Language.ENGLISH)).contains("Open · Suspected");
    }

    @Test
    void a_later_change_is_never_shown_as_an_earlier_one() {
        String earlier = rows.of(3, alert, Language.CHINESE);

        assertThat(rows.of(3 + 256, alert, Language.CHINESE)).isNotSameAs(earlier);
    }
}
