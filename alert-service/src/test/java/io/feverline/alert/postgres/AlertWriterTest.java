package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.ReadingTakenIn;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertWriterTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Test
    void an_episode_has_one_alert_with_its_readings() {
        ReadingTakenIn opening = Changes.opening("writer", "360322101", EIGHT);
        ReadingTakenIn recheck = Changes.next(opening, EpisodeState.CONFIRMED);

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
        ReadingTakenIn opening = Changes.opening("writer", "360322101", EIGHT);
        long before = await(reader.head());

        await(writer.store(List.of(opening, Changes.next(opening, EpisodeState.CLEARED))));

        assertThat(await(reader.changesAfter(before, 10)))
                .extracting(c -> c.alert().episodeState() + " " + c.alert().readings())
                .containsExactly("SUSPECTED 1", "CLEARED 2");
    }

    @Test
    void redelivery_has_no_effect() {
        ReadingTakenIn opening = Changes.opening("writer", "360322101", EIGHT);
        ReadingTakenIn recheck = Changes.next(opening, EpisodeState.CONFIRMED);
        await(writer.store(List.of(opening, recheck)));
        Alert before = alertOf(opening);
        long head = await(reader.head());

        List<ReadingTakenIn> fresh = await(writer.store(List.of(opening, opening, recheck)));

        assertThat(fresh).isEmpty();
        assertThat(alertOf(opening)).isEqualTo(before);
        assertThat(await(reader.head())).isEqualTo(head);
    }

    @Test
    void numbers_become_visible_in_their_order() {
        long start = await(reader.head());
        List<Uni<List<ReadingTakenIn>>> writers = IntStream.range(0, 60)
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

    private Alert alertOf(ReadingTakenIn change) {
        return await(reader.find(change.alertId(), COUNTY)).orElseThrow();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
