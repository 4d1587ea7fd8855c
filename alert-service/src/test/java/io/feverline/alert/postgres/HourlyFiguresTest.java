package io.feverline.alert.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.Hour;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class HourlyFiguresTest {
    /** What is older is forgotten, so it cannot be any day. */
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));

    @Inject
    DeviceHealthWriter writer;

    @Inject
    AlertWriter alerts;

    @Inject
    HourlyFigures figures;

    private final String checkpoint = "exit-" + UUID.randomUUID();
    private final String area = "88" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);

    @Test
    void a_quarters_last_word_counts_whatever_the_order() {
        store(told(15, 40), told(10, 25), told(15, 40));

        assertThat(hour().screened()).isEqualTo(40);
    }

    @Test
    void the_quarters_of_an_hour_are_added_up() {
        store(told(15, 1), told(30, 20), told(45, 300), told(60, 4_000));

        assertThat(hour().screened()).isEqualTo(4_321);
    }

    @Test
    void what_is_told_at_the_full_hour_is_of_the_hour_before() {
        store(told(0, 7));

        assertThat(hour().screened()).isZero();
    }

    @Test
    void episodes_count_where_they_were_opened_and_as_they_stand() {
        EpisodeTold opening = Changes.opening(checkpoint, area, minute(20));
        await(alerts.store(List.of(
                opening,
                Changes.next(opening, EpisodeState.CONFIRMED),
                Changes.opening(checkpoint, area, minute(59)),
                Changes.opening(checkpoint, area, minute(60)))));

        assertThat(lastDay())
                .filteredOn(each -> each.suspected() > 0)
                .extracting(Hour::from, Hour::suspected, Hour::confirmed)
                .containsExactly(tuple(hour, 2L, 1L), tuple(minute(60), 1L, 0L));
    }

    @Test
    void the_last_quarter_is_not_told_before_it_is_over() {
        store(told(15, 1), told(29, 20));

        assertThat(figures(minute(29))).last().extracting(Hour::screened).isEqualTo(1L);
    }

    @Test
    void there_are_the_hour_that_runs_and_twenty_four_before() {
        assertThat(lastDay()).hasSize(25).last().extracting(Hour::from).isEqualTo(minute(60));
    }

    private CheckpointStatus told(int minute, int readings) {
        Instant at = minute(minute).plusSeconds(4);
        return new CheckpointStatus(checkpoint, area, at, at, readings, readings, readings, 0, List.of());
    }

    private Instant minute(int minute) {
        return hour.plus(Duration.ofMinutes(minute));
    }

    private void store(CheckpointStatus... batch) {
        for (CheckpointStatus status : batch) {
            await(writer.storeStatus(List.of(status)));
        }
    }

    private Hour hour() {
        return lastDay().stream()
                .filter(each -> each.from().equals(hour))
                .findFirst()
                .orElseThrow();
    }

    private List<Hour> lastDay() {
        return figures(minute(119));
    }

    private List<Hour> figures(Instant now) {
        return await(figures.lastDay(AreaScope.of(area), now));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
