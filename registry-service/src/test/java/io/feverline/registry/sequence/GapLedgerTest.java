package io.feverline.registry.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Database;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Stored;
import io.feverline.registry.sequence.BootSequence.Gap;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class GapLedgerTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String device = "gate-" + UUID.randomUUID();

    @Inject
    PassageStore store;

    @Inject
    GapLedger ledger;

    @Inject
    Database database;

    @Test
    void what_did_not_arrive_between_zero_and_the_highest_is_missing() {
        store(number("a", 2), number("a", 3), number("a", 7));

        var boot = only();
        assertThat(boot.gaps()).containsExactly(new Gap(0, 1), new Gap(4, 6));
        assertThat(boot.missing()).isEqualTo(5);
        assertThat(boot.highest()).isEqualTo(7);
    }

    @Test
    void gaps_close_when_the_backlog_arrives() {
        store(number("a", 0), number("a", 5));

        store(number("a", 3), number("a", 4));
        assertThat(only().gaps()).containsExactly(new Gap(1, 2));

        store(number("a", 1), number("a", 2));
        assertThat(only().gaps()).isEmpty();
        assertThat(only().missing()).isZero();
        assertThat(only().replays()).isZero();
    }

    @Test
    void each_boot_counts_anew_and_the_newest_is_first() {
        store(number("a", 0), number("a", 2));
        store(number("b", 1).received(now.plusSeconds(60)));

        assertThat(boots()).extracting(BootSequence::bootId).containsExactly("b", "a");
        assertThat(boots())
                .extracting(BootSequence::gaps)
                .containsExactly(List.of(new Gap(0, 0)), List.of(new Gap(1, 1)));
    }

    @Test
    void a_reading_sent_again_is_a_duplicate() {
        var reading = number("a", 0);
        store(reading, reading);
        store(reading.received(now.plusSeconds(5)));

        assertThat(only().duplicates()).isEqualTo(2);
        assertThat(only().replays()).isZero();
        assertThat(only().lastHeardAt()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void a_number_under_another_id_is_a_replay() {
        store(number("a", 0), number("a", 1), number("a", 1));
        store(number("a", 1), number("a", 2));

        assertThat(only().replays()).isEqualTo(2);
        assertThat(only().duplicates()).isZero();
        assertThat(only().gaps()).isEmpty();
    }

    @Test
    void delivery_of_the_same_batch_changes_nothing() {
        var first = number("a", 0);
        var again = first.received(now.plusSeconds(5));
        Reading[][] batches = {{first, first, number("a", 0), number("a", 3)}, {again, number("a", 3)}};
        Stream.of(batches).forEach(this::store);
        var before = boots();

        Stream.of(batches).forEach(this::store);

        assertThat(boots()).isEqualTo(before);
    }

    @Test
    void a_number_without_a_boot_is_not_entered() {
        store(Reading.at(now).numbered(device, null, 3));

        assertThat(boots()).isEmpty();
    }

    @Test
    void an_absurd_number_is_stored_and_not_entered() {
        assertThat(store(number("a", 1L << 62), number("a", Long.MAX_VALUE), number("a", -1)))
                .isEqualTo(new Stored(3, 0, 0));

        assertThat(boots()).isEmpty();
    }

    @Test
    void a_huge_gap_is_one_gap() {
        store(number("a", (1L << 53) - 1));

        assertThat(only().gaps()).containsExactly(new Gap(0, (1L << 53) - 2));
    }

    @Test
    void of_too_many_gaps_the_lowest_are_forgotten() {
        for (int batch = 0; batch < 3; batch++) {
            long from = batch * 1_000L;
            store(LongStream.range(from, from + 1_000).filter(seq -> seq % 2 == 1));
        }

        var boot = only();
        assertThat(boot.gaps()).hasSize(GapLedger.MOST_GAPS).last().isEqualTo(new Gap(2_998, 2_998));
        assertThat(boot.countedFrom()).isEqualTo(1_999);

        store(LongStream.of(0));
        assertThat(only().gaps()).isEqualTo(boot.gaps());
    }

    @Test
    void of_too_many_boots_those_silent_longest_are_forgotten() {
        store(number("first", 0));
        for (int batch = 0; batch < 3; batch++) {
            int number = batch;
            store(LongStream.range(0, 200)
                    .mapToObj(boot -> number("boot-" + number + "-" + boot, 0).received(now.plusSeconds(number + 1)))
                    .toArray(Reading[]::new));
        }

        assertThat(database.count("SELECT count(*) FROM device_sequence WHERE device_id = $1", device))
                .isEqualTo(GapLedger.MOST_BOOTS);
        assertThat(boots()).extracting(BootSequence::bootId).allMatch(boot -> boot.startsWith("boot-2-"));
    }

    @Test
    void concurrent_batches_of_the_same_devices_neither_lose_nor_deadlock() {
        var batches = new ArrayList<Uni<Stored>>();
        for (int i = 0; i < 8; i++) {
            var batch = new ArrayList<Passage>();
            for (int other = 0; other < 20; other++) {
                for (long seq = i; seq < 80; seq += 8) {
                    batch.add(Reading.at(now)
                            .numbered(device + "-" + other, "a", seq)
                            .passage());
                }
            }
            Collections.shuffle(batch, new Random(i));
            batches.add(Uni.createFrom().deferred(() -> store.store(batch)));
        }

        Uni.join().all(batches).andFailFast().await().indefinitely();

        for (int other = 0; other < 20; other++) {
            var boot = boots(device + "-" + other).get(0);
            assertThat(boot.highest()).isEqualTo(79);
            assertThat(boot.gaps()).isEmpty();
            assertThat(boot.replays()).isZero();
        }
    }

    private Reading number(String boot, long seq) {
        return Reading.at(now).numbered(device, boot, seq);
    }

    private void store(LongStream numbers) {
        store(numbers.mapToObj(seq -> number("a", seq)).toArray(Reading[]::new));
    }

    private Stored store(Reading... readings) {
        return store.store(Stream.of(readings).map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private BootSequence only() {
        assertThat(boots()).hasSize(1);
        return boots().get(0);
    }

    private List<BootSequence> boots() {
        return boots(device);
    }

    private List<BootSequence> boots(String device) {
        return ledger.of(device).await().indefinitely();
    }
}
