package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.AlertWriter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TestHTTPResource("/v1/alerts/stream")
    @SuppressWarnings("NullAway.Init") // by the test's container
    URI address;

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Test
    void changes_arrive_as_they_happen_in_the_callers_area_only() {
        try (var county = StreamClient.open(address, Tokens.of("duty-officer", "360322"), null);
                var town = StreamClient.open(address, Tokens.of("duty-officer", "360322102"), null)) {
            EpisodeTold first = store(Changes.opening("stream", "360322101", EIGHT));
            EpisodeTold second = store(Changes.opening("stream", "360322102", EIGHT));
            store(Changes.next(first, EpisodeState.CLEARED));

            assertThat(county.await(3))
                    .extracting(e -> e.alert().getString("id") + " " + e.alert().getString("episodeState"))
                    .containsExactly(
                            first.alertId() + " suspected",
                            second.alertId() + " suspected",
                            first.alertId() + " cleared");
            assertThat(town.await(1))
                    .extracting(e -> e.alert().getString("id"))
                    .containsExactly(second.alertId().toString());
        }
    }

    @Test
    void who_left_off_continues_without_gap_or_double() {
        long before = reader.head().await().atMost(Duration.ofSeconds(10));
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            told.add(store(Changes.opening("stream", "360322101", EIGHT))
                    .alertId()
                    .toString());
        }
        try (var client = StreamClient.open(address, Tokens.of("duty-officer", "360322"), before)) {
            for (int i = 0; i < 20; i++) {
                told.add(store(Changes.opening("stream", "360322101", EIGHT))
                        .alertId()
                        .toString());
            }

            List<StreamClient.Event> events = client.await(40);

            assertThat(events).extracting(e -> e.alert().getString("id")).containsExactlyElementsOf(told);
            assertThat(events).extracting(StreamClient.Event::id).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void silence_is_filled_with_heartbeats() {
        try (var client = StreamClient.open(address, Tokens.of("duty-officer", "360322"), null)) {
            client.awaitHeartbeats(2);
        }
    }

    @Test
    void what_happens_elsewhere_puts_no_heartbeat_off() {
        try (var town = StreamClient.open(address, Tokens.of("duty-officer", "360322102"), null)) {
            await().atMost(PATIENCE).until(() -> {
                store(Changes.opening("stream", "360322101", EIGHT));
                return town.heartbeats() >= 2;
            });
        }
    }

    @Test
    void who_is_told_of_nothing_goes_on_after_what_happened_elsewhere() {
        try (var town = StreamClient.open(address, Tokens.of("duty-officer", "360322102"), null)) {
            store(Changes.opening("stream", "360322101", EIGHT));
            long elsewhere = reader.head().await().atMost(PATIENCE);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(town.seen()).isGreaterThanOrEqualTo(elsewhere));
        }
    }

    @Test
    void who_has_seen_more_than_there_is_begins_anew_and_misses_nothing_from_then_on() {
        long restored = reader.head().await().atMost(PATIENCE);
        try (var client = StreamClient.open(address, Tokens.of("duty-officer", "360322"), restored + 1_000)) {
            store(Changes.opening("stream", "360322101", EIGHT));

            assertThat(client.await(2)).extracting(StreamClient.Event::name).containsExactly("reset", "alert");
        }
    }

    private EpisodeTold store(EpisodeTold change) {
        writer.store(List.of(change)).await().atMost(Duration.ofSeconds(10));
        return change;
    }
}
