package io.feverline.alert.notify;

import static io.feverline.alert.notify.News.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.events.access.AreaScope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SilenceTest {
    private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));

    /** From eight until nine. */
    static Silence of(String area, @Nullable String checkpoint) {
        return new Silence(UUID.randomUUID(), AreaScope.of(area), checkpoint, EIGHT, NINE, "换摄像头", "li", EIGHT, null);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "-1,false", "3599999,true", "3600000,false"})
    void is_in_force_from_its_beginning_until_before_its_end(long afterMs, boolean inForce) {
        assertThat(of("360322101", null).isInForce(EIGHT.plusMillis(afterMs))).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource({"599999,true", "600000,false"})
    void or_until_somebody_ends_it(long afterMs, boolean inForce) {
        Silence whole = of("360322101", null);
        Silence ended = new Silence(
                whole.id(),
                whole.area(),
                null,
                whole.from(),
                whole.until(),
                whole.reason(),
                whole.createdBy(),
                whole.createdAt(),
                new Silence.End(EIGHT.plus(Duration.ofMinutes(10)), "wang", "修好了"));

        assertThat(ended.isInForce(EIGHT.plusMillis(afterMs))).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource({
        "360322101, , 360322101, gate-1, true",
        "360322,    , 360322101, gate-1, true",
        "360322102, , 360322101, gate-1, false",
        "360322101, gate-1, 360322101, gate-1, true",
        "360322101, gate-2, 360322101, gate-1, false",
        "360322102, gate-1, 360322101, gate-1, false",
        "360322101, gate-1, 360322101, , false",
    })
    void covers_its_area_and_of_it_its_checkpoint(
            String area, @Nullable String checkpoint, String where, @Nullable String at, boolean covered) {
        assertThat(of(area, checkpoint).covers(where, at, Severity.HIGH, EIGHT)).isEqualTo(covered);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void never_covers_what_is_critical(Severity severity) {
        assertThat(of("360322101", null).covers("360322101", "gate-1", severity, EIGHT))
                .isEqualTo(severity != Severity.CRITICAL);
    }
}
