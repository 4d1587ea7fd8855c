package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertWriterTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Inject
    ActionWriter actions;

    @Test
    void an_episode_has_one_alert_with_its_readings() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        EpisodeTold recheck = Changes.next(opening, EpisodeState.CONFIRMED);

        await(writer.store(List.of(opening)));
        await(writer.store(List.of(recheck)));

        Alert alert = alertOf(opening);
        assertThat(alert.episodeState()).isEqualTo(EpisodeState.CONFIRMED);
        assertThat(alert.readings()).isEqualTo(2);
        assertThat(alert.opening().id()).isEqualTo(opening.reading().id());
        assertThat(await(reader.readings(alert.id())))
                .extracting(TakenReading::id)
                .containsExactly(opening.reading().id(), recheck.reading().id());
    }

    @Test
    void one_batch_tells_each_change_as_it_stood_then() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        long before = await(reader.head());

        await(writer.store(List.of(opening, Changes.next(opening, EpisodeState.CLEARED))));

        assertThat(await(reader.changesAfter(before, 10)))
                .extracting(c -> c.alert().episodeState() + " " + c.alert().readings())
                .containsExactly("SUSPECTED 1", "CLEARED 2");
    }

    @Test
    void redelivery_has_no_effect() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        EpisodeTold recheck = Changes.next(opening, EpisodeState.CONFIRMED);
        await(writer.store(List.of(opening, recheck)));
        Alert before = alertOf(opening);
        long head = await(reader.head());

        List<EpisodeTold> fresh = await(writer.store(List.of(opening, opening, recheck)));

        assertThat(fresh).isEmpty();
        assertThat(alertOf(opening)).isEqualTo(before);
        assertThat(await(reader.head())).isEqualTo(head);
    }

    @Test
    void an_expiry_is_told_once_and_a_late_recheck_still_counts() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        EpisodeTold expiry = Changes.expiry(opening);
        long before = await(reader.head());

        await(writer.store(List.of(opening, expiry)));
        await(writer.store(List.of(expiry)));
        await(writer.store(List.of(Changes.next(expiry, EpisodeState.CLEARED))));

        assertThat(await(reader.changesAfter(before, 10)))
                .extracting(c -> c.cause() + " " + c.alert().episodeState() + " "
                        + c.alert().readings())
                .containsExactly("READING SUSPECTED 1", "WINDOW_END EXPIRED 1", "READING CLEARED 2");
        assertThat(alertOf(opening).episodeState()).isEqualTo(EpisodeState.CLEARED);
    }

    @Test
    void a_merged_alert_names_the_one_that_goes_on_which_has_its_readings() {
        EpisodeTold first = Changes.opening("writer", "360322101", EIGHT);
        EpisodeTold second = Changes.opening("writer", "360322101", EIGHT.plusSeconds(2_000));
        await(writer.store(List.of(first, second)));

        await(writer.store(List.of(Changes.next(first, EpisodeState.CONFIRMED), Changes.merger(second, first))));

        Alert merged = alertOf(second);
        assertThat(merged.episodeState()).isEqualTo(EpisodeState.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(first.alertId());
        assertThat(alertOf(first).readings()).isEqualTo(3);
        assertThat(await(reader.readings(first.alertId())))
                .extracting(TakenReading::id)
                .contains(second.reading().id());
    }

    @Test
    void what_is_known_better_already_is_not_undone() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        EpisodeTold recheck = Changes.next(opening, EpisodeState.CONFIRMED);
        await(writer.store(List.of(Changes.retold(opening, EpisodeState.CONFIRMED, 3))));

        await(writer.store(List.of(Changes.retold(recheck, EpisodeState.SUSPECTED, 2))));

        Alert alert = alertOf(opening);
        assertThat(alert.episodeState()).isEqualTo(EpisodeState.CONFIRMED);
        assertThat(alert.readings()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"DISMISS", "CLOSE"})
    void a_live_fever_after_its_end_opens_an_alert_again_once(Action end) {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        await(writer.store(List.of(opening)));
        over(opening, end);
        long before = await(reader.head());
        EpisodeTold fever = Changes.next(opening, EpisodeState.CONFIRMED);

        await(writer.store(List.of(fever, Changes.next(fever, EpisodeState.CONFIRMED))));
        await(writer.store(List.of(fever)));

        Alert alert = alertOf(opening);
        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        assertThat(alert.care().closedAt()).isNull();
        assertThat(alert.care().outcome()).isNull();
        assertThat(await(reader.changesAfter(before, 10)))
                .extracting(change -> change.cause() + " " + change.alert().state())
                .containsExactly("REOPENING OPEN", "READING OPEN");
    }

    @Test
    void a_normal_reading_after_its_end_leaves_it_over() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        await(writer.store(List.of(opening)));
        over(opening, Action.DISMISS);

        await(writer.store(List.of(Changes.next(opening, EpisodeState.CLEARED))));

        assertThat(alertOf(opening).state()).isEqualTo(AlertState.DISMISSED);
    }

    @Test
    void a_fever_that_came_late_leaves_it_over() {
        EpisodeTold opening = Changes.late(Changes.opening("writer", "360322101", EIGHT));
        await(writer.store(List.of(opening)));
        over(opening, Action.DISMISS);

        await(writer.store(List.of(Changes.late(Changes.next(opening, EpisodeState.CONFIRMED)))));

        assertThat(alertOf(opening).state()).isEqualTo(AlertState.DISMISSED);
    }

    private void over(EpisodeTold opening, Action end) {
        Stream.of(Action.ACKNOWLEDGE, end)
                .forEach(action -> await(actions.act(
                        opening.alertId(),
                        new ActionOrder(
                                action,
                                "li",
                                "seen",
                                EIGHT,
                                null,
                                null,
                                end == Action.CLOSE ? Outcome.OTHER_ILLNESS : null),
                        COUNTY,
                        alert -> true)));
    }

    @Test
    void a_key_region_makes_an_alert_critical_and_its_grade_is_its_severity_else() {
        EpisodeTold opening = Changes.opening("writer", "360322101", EIGHT);
        long before = await(reader.head());

        await(writer.store(List.of(opening, Changes.from("hubei", Changes.next(opening, EpisodeState.CONFIRMED)))));

        assertThat(await(reader.changesAfter(before, 10)))
                .extracting(change -> change.alert().severity())
                .containsExactly(Severity.MODERATE, Severity.CRITICAL);
        assertThat(alertOf(opening).keyRegion()).isEqualTo("hubei");
    }

    @Test
    void numbers_become_visible_in_their_order() {
        long start = await(reader.head());
        List<Uni<List<EpisodeTold>>> writers = IntStream.range(0, 60)
                .mapToObj(i -> writer.store(List.of(Changes.opening("writer", "360322102", EIGHT))))
                .toList();
        var all = Uni.join().all(writers).andFailFast().subscribeAsCompletionStage();

        List<Long> seen = new ArrayList<>();
        long last = start;
        while (seen.size() < 60) {
            for (AlertChange change : await(reader.changesAfter(last, 7))) {
                last = change.seq();
                seen.add(last);
            }
        }

        all.join();
        assertThat(await(reader.changesAfter(start, 100)))
                .extracting(AlertChange::seq)
                .isEqualTo(seen);
    }

    private Alert alertOf(EpisodeTold change) {
        return await(reader.find(change.alertId(), COUNTY)).orElseThrow();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
