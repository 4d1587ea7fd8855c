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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_same_is_known_of_a_traveller_however_sightings_are_split_into_batches(long seed) {
        String oneByOne = known(seed, 0b111);

        assertThat(IntStream.range(0, 0b111))
                .allSatisfy(split -> assertThat(known(seed, split))
                        .as("split after %s", Integer.toBinaryString(split))
                        .isEqualTo(oneByOne));
    }

    /** What is known after four sightings; a bit of the split says that a batch ends after one. */
    private String known(long seed, int split) {
        var random = new Random(seed);
        String token = token();
        var sightings = new ArrayList<Reading>();
        var batch = new ArrayList<Passage>();
        for (int i = 0; i < 4; i++) {
            var sighting = sighting(token, now.plusSeconds(i), random);
            sightings.add(sighting);
            batch.add(sighting.passage());
            if (i == 3 || (split & 1 << i) != 0) {
                store.store(List.copyOf(batch)).await().indefinitely();
                batch.clear();
            }
        }
        var row = database.row("""
                SELECT sealed_reading_id, (document_valid, phone_valid, origin_area, destination_area, first_seen_at,
                    last_seen_at, sealed, sealed_data_key, sealed_at)::text AS others
                FROM traveller WHERE token = $1
                """, token);
        return "%s sealed with sighting %d"
                .formatted(
                        row.getString("others"),
                        sightings.stream().map(Reading::id).toList().indexOf(row.getUUID("sealed_reading_id")));
    }

    private static Reading sighting(String token, Instant at, Random random) {
        var reading = Reading.at(at);
        byte[] bytes = {(byte) random.nextInt()};
        var traveller = new TravellerSighting(
                token,
                "RESIDENT_ID",
                random.nextBoolean(),
                random.nextBoolean() ? null : random.nextBoolean(),
                random.nextBoolean() ? null : "51010" + random.nextInt(10),
                random.nextBoolean() ? null : "36032" + random.nextInt(10),
                random.nextBoolean() ? null : new SealedIdentity(bytes, bytes));
        return new Reading(reading.id(), reading.measuredAt(), reading.receivedAt(), reading.place(), traveller, null);
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
