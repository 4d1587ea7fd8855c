package io.feverline.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.EventCodec;
import io.feverline.registry.events.DeviceSequenceChanged;
import io.feverline.registry.sequence.SequenceTotals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeviceFactEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private final DeviceFactEvents events = new DeviceFactEvents(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_devices_sums_go_to_the_topic_of_facts_under_its_id() {
        var entry = events.changed(new SequenceTotals("gate-1", 5, 2, 3, 1, NOW.minusSeconds(1), 7));

        assertThat(entry.topic()).isEqualTo("device-facts");
        assertThat(entry.key()).isEqualTo("gate-1");
        assertThat(EventCodec.of(DeviceSequenceChanged.class).decode(entry.payload()))
                .isEqualTo(DeviceSequenceChanged.newBuilder()
                        .setDeviceId("gate-1")
                        .setMissing(5)
                        .setGaps(2)
                        .setDuplicates(3)
                        .setReplays(1)
                        .setLastHeardAt(NOW.minusSeconds(1))
                        .setVersion(7)
                        .build());
    }
}
