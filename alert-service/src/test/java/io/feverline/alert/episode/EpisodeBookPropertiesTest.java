package io.feverline.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EpisodeBookPropertiesTest {
    private static final RecheckWindow WINDOW = new RecheckWindow(Duration.ofMinutes(30));

    @Property(tries = 300)
    void every_fever_is_in_exactly_one_episode_and_redelivery_tells_the_same(
            @ForAll("readings") List<Screened> readings) {
        EpisodeBook book = EpisodeBook.EMPTY;
        Map<UUID, EpisodeChange> told = new HashMap<>();
        for (Screened reading : readings) {
            var decision = book.takenOrOpened(reading, WINDOW);
            if (decision.isPresent()) {
                book = decision.get().book();
                told.put(reading.id(), decision.get().change());
            }
        }

        for (Screened reading : readings) {
            long episodes = book.episodes().stream()
                    .filter(e -> e.course().entry(reading.id()).isPresent())
                    .count();
            assertThat(episodes).isEqualTo(told.containsKey(reading.id()) ? 1 : 0);
            if (reading.isFever()) {
                assertThat(told).containsKey(reading.id());
            }
            if (told.containsKey(reading.id())) {
                var again = book.takenOrOpened(reading, WINDOW).orElseThrow();
                assertThat(again.change()).isEqualTo(told.get(reading.id()));
                assertThat(again.book()).isEqualTo(book);
            }
        }
    }

    @Provide
    Arbitrary<List<Screened>> readings() {
        Arbitrary<Screened> reading = Combinators.combine(
                        Arbitraries.longs().between(0, Duration.ofHours(3).toSeconds()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Kind.class))
                .as((second, historic, verdict) ->
                        new Screened(UUID.randomUUID(), Instant.EPOCH.plusSeconds(second), historic, null, verdict));
        return reading.list().ofMaxSize(40);
    }
}
