package io.feverline.registry.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Database;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class PassageStoreTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @Test
    void every_reading_becomes_one_passage() {
        String token = token();
        var anonymous = Reading.at(now);
        var known = Reading.at(now).of(token).by(token);

        var stored = store(anonymous, known, known);

        assertThat(stored).isEqualTo(new Stored(2, 1, 0));
        var passage = database.row("SELECT * FROM passage WHERE reading_id = $1", known.id());
        assertThat(passage.getUUID("traveller_id")).isEqualTo(traveller(token));
        assertThat(passage.getInteger("temperature")).isEqualTo(36_600);
        assertThat(passage.getString("seat")).isEqualTo("12A");
        assertThat(passage.getUUID("vehicle_id"))
                .isEqualTo(database.row("SELECT id FROM vehicle WHERE token = $1", token)
                        .getUUID(0));
        assertThat(database.row("SELECT traveller_id FROM passage WHERE reading_id = $1", anonymous.id())
                        .getUUID(0))
                .isNull();
    }

    @Test
    void redelivery_has_no_second_effect() {
        String token = token();
        var first = Reading.at(now).of(token);
        var second = Reading.at(now.plusSeconds(60)).of(token);
        store(first, second);
        var before = database.row("SELECT t.*::text FROM traveller t WHERE token = $1", token)
                .getString(0);

        var again = store(first, second);

        assertThat(again).isEqualTo(new Stored(0, 2, 0));
        assertThat(database.row("SELECT t.*::text FROM traveller t WHERE token = $1", token)
                        .getString(0))
                .isEqualTo(before);
    }

    @Test
    void an_older_reading_widens_the_span_but_keeps_the_newest_seal() {
        String token = token();
        var newer = Reading.at(now).of(token, new SealedIdentity(new byte[] {9}, new byte[] {9}));
        var older = Reading.at(now.minusSeconds(3600)).of(token, new SealedIdentity(new byte[] {1}, new byte[] {1}));

        store(newer);
        store(older);

        var traveller = database.row("SELECT * FROM traveller WHERE token = $1", token);
        assertThat(traveller.getUUID("sealed_reading_id")).isEqualTo(newer.id());
        assertThat(traveller.getBuffer("sealed").getBytes()).containsExactly(9);
        assertThat(traveller.getOffsetDateTime("first_seen_at").toInstant()).isEqualTo(older.measuredAt());
        assertThat(traveller.getOffsetDateTime("last_seen_at").toInstant()).isEqualTo(newer.measuredAt());
    }

    @Test
    void a_reading_without_data_key_leaves_the_seal_that_is_there() {
        String token = token();
        var sealed = Reading.at(now).of(token);

        store(sealed);
        store(Reading.at(now.plusSeconds(1)).of(token, null));

        assertThat(database.row("SELECT sealed_reading_id FROM traveller WHERE token = $1", token)
                        .getUUID(0))
                .isEqualTo(sealed.id());
    }

    @Test
    void concurrent_batches_of_the_same_travellers_neither_lose_nor_deadlock() {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            tokens.add(token());
        }
        var batches = new ArrayList<Uni<Stored>>();
        var shared = tokens.stream()
                .map(token -> Reading.at(now).of(token).by(token).passage())
                .toList();
        for (int i = 0; i < 8; i++) {
            var batch = new ArrayList<>(shared);
            tokens.forEach(token -> batch.add(
                    Reading.at(now.plusMillis(batch.size())).of(token).by(token).passage()));
            Collections.shuffle(batch, new Random(i));
            batches.add(Uni.createFrom().deferred(() -> store.store(batch)));
        }

        List<Stored> stored = Uni.join().all(batches).andFailFast().await().indefinitely();

        assertThat(stored.stream().mapToInt(Stored::fresh).sum()).isEqualTo(9 * 200);
        assertThat(stored.stream().mapToInt(Stored::duplicates).sum()).isEqualTo(7 * 200);
        assertThat(database.count("SELECT count(*) FROM traveller WHERE token = ANY ($1)", (Object)
                        tokens.toArray(String[]::new)))
                .isEqualTo(200);
    }

    @Test
    void a_day_of_county_time_is_a_partition() {
        var beforeMidnight = Reading.at(Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(20, ChronoUnit.DAYS)
                .plusSeconds(16 * 3600 - 1));
        var afterMidnight = Reading.at(beforeMidnight.measuredAt().plusSeconds(1));

        store(beforeMidnight, afterMidnight);

        assertThat(partition(beforeMidnight))
                .isNotEqualTo(partition(afterMidnight))
                .startsWith("passage_2");
        assertThat(partition(afterMidnight)).startsWith("passage_2");
    }

    @Test
    void a_clock_that_is_out_by_years_makes_no_partition() {
        var lost = Reading.at(Instant.parse("1999-12-31T16:00:00Z"));

        assertThat(store(lost)).isEqualTo(new Stored(1, 0, 0));
        assertThat(store(lost)).isEqualTo(new Stored(0, 1, 0));
        assertThat(partition(lost)).isEqualTo("passage_undated");
    }

    @Test
    void a_day_past_retention_makes_no_partition() {
        var late = Reading.at(now.minus(30, ChronoUnit.DAYS));

        assertThat(store(late)).isEqualTo(new Stored(1, 0, 0));
        assertThat(partition(late)).isEqualTo("passage_undated");
    }

    @Test
    void a_partition_takes_over_what_came_too_early_for_it() {
        var ahead = Reading.at(Instant.parse("2101-05-05T00:00:00Z"));
        store(ahead);

        database.row("SELECT ensure_passage_partition('2101-05-05')");
        database.row("SELECT ensure_passage_partition('2101-05-05')");

        assertThat(partition(ahead)).isEqualTo("passage_21010505");
        assertThat(store(ahead)).isEqualTo(new Stored(0, 1, 0));
    }

    private Stored store(Reading... readings) {
        return store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private UUID traveller(String token) {
        return database.row("SELECT id FROM traveller WHERE token = $1", token).getUUID(0);
    }

    private String partition(Reading reading) {
        return database.row("SELECT tableoid::regclass::text FROM passage WHERE reading_id = $1", reading.id())
                .getString(0);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
