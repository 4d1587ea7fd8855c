package io.feverline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.ingest.events.DeviceHeartbeat;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.Site;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final int HEADER = 10;

    private final EventCodec<ReadingTaken> codec = EventCodec.of(ReadingTaken.class);

    @Test
    void a_reading_survives_the_wire() {
        assertThat(codec.decode(codec.encode(reading()))).isEqualTo(reading());
    }

    @Test
    void a_heartbeat_survives_the_wire() {
        var heartbeats = EventCodec.of(DeviceHeartbeat.class);
        assertThat(heartbeats.decode(heartbeats.encode(heartbeat()))).isEqualTo(heartbeat());
    }

    @Test
    void an_event_starts_with_the_single_object_marker() {
        assertThat(codec.encode(reading())).startsWith(0xC3, 0x01);
    }

    @Test
    void bytes_that_are_no_event_are_unreadable() {
        assertThatThrownBy(() -> codec.decode(new byte[] {1, 2, 3})).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_event_that_ends_early_is_unreadable() {
        byte[] whole = codec.encode(reading());
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_event_that_is_spoilt_anywhere_is_another_event_or_unreadable() {
        byte[] whole = codec.encode(reading());
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] spoilt = whole.clone();
                spoilt[at] ^= (byte) (1 << bit);
                assertReadOrUnreadable(spoilt);
            }
        }
    }

    @Test
    void an_event_that_claims_to_be_enormous_is_unreadable() {
        byte[] whole = codec.encode(reading());
        byte[] claim = ByteBuffer.wrap(whole.clone())
                .position(HEADER)
                .put(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F})
                .array();
        assertThatThrownBy(() -> codec.decode(claim)).isInstanceOf(UnreadableEvent.class);
    }

    private void assertReadOrUnreadable(byte[] bytes) {
        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (UnreadableEvent e) {
            assertThat(e).hasCauseInstanceOf(Exception.class);
        }
    }

    private static DeviceHeartbeat heartbeat() {
        return new DeviceHeartbeat(
                "gate-1-a",
                "gate-1",
                "360322101",
                Instant.parse("2020-01-26T00:00:01Z"),
                Instant.parse("1970-01-01T00:00:07Z"),
                -1_580_000_000_000L,
                8,
                "boot-1",
                80,
                null,
                0L);
    }

    private static ReadingTaken reading() {
        return new ReadingTaken(
                UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60"),
                Instant.parse("2020-01-26T00:00:00Z"),
                Instant.parse("2020-01-26T00:00:01Z"),
                "gate-1-a",
                "gate-1",
                "360322101",
                Lane.LIVE,
                false,
                37_400,
                Mode.BODY,
                Site.FOREHEAD,
                0,
                21_500,
                7L,
                "boot-1",
                null,
                null,
                null,
                false);
    }
}
