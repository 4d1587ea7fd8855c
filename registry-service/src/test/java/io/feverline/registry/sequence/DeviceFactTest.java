package io.feverline.registry.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.config.DeviceFactConfig;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class DeviceFactTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String device = "gate-" + UUID.randomUUID();
    private final List<SequenceTotals> told = new CopyOnWriteArrayList<>();

    @Inject
    PassageStore store;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    SequenceEvents events;

    @Inject
    DeviceFactConfig config;

    @Test
    void gaps_and_repetitions_are_told_as_sums_over_the_boots() {
        store(number("a", 0), number("a", 4), number("a", 4), number("b", 2));

        tellAt(now);

        assertThat(told).containsExactly(new SequenceTotals(device, 5, 2, 0, 1, now.plusMillis(40), 0));
    }

    @Test
    void a_device_that_counts_well_is_not_told_of() {
        store(number("a", 0), number("a", 1));
        store(number("a", 2));

        tellAt(now);

        assertThat(told).isEmpty();
    }

    @Test
    void what_changes_within_a_minute_is_told_once() {
        store(number("a", 3));
        tellAt(now);
        store(number("a", 2));
        tellAt(now.plusSeconds(20));
        store(number("a", 1));
        tellAt(now.plusSeconds(59));
        assertThat(told).extracting(SequenceTotals::missing).containsExactly(3L);

        tellAt(now.plusSeconds(61));

        assertThat(told).extracting(SequenceTotals::missing).containsExactly(3L, 1L);
        assertThat(told).extracting(SequenceTotals::version).containsExactly(0L, 1L);
    }

    @Test
    void nothing_is_told_when_it_stands_as_it_was_told() {
        store(number("a", 1));
        tellAt(now);
        store(number("a", 3));
        store(number("a", 2));

        tellAt(now.plusSeconds(61));
        tellAt(now.plusSeconds(200));

        assertThat(told).hasSize(1);
    }

    @Test
    void a_closed_gap_is_told_too() {
        store(number("a", 1));
        tellAt(now);
        store(number("a", 0));

        tellAt(now.plusSeconds(61));

        assertThat(told).extracting(SequenceTotals::gaps).containsExactly(1, 0);
    }

    private void tellAt(Instant time) {
        SequenceEvents listening = totals -> {
            if (totals.deviceId().equals(device)) {
                told.add(totals);
            }
            return events.changed(totals);
        };
        new DeviceFacts(pool, outbox, listening, Clock.fixed(time, ZoneOffset.UTC), config)
                .tell()
                .await()
                .indefinitely();
    }

    private Reading number(String boot, long seq) {
        return Reading.at(now).numbered(device, boot, seq);
    }

    private void store(Reading... readings) {
        store.store(Stream.of(readings).map(Reading::passage).toList()).await().indefinitely();
    }
}
