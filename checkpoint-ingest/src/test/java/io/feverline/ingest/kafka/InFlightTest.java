package io.feverline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(3, 100);

    @Test
    void what_fills_both_bounds_goes_in() {
        assertThat(inFlight.take(3, 100)).isTrue();
    }

    @Test
    void one_record_more_stays_out() {
        assertThat(inFlight.take(4, 1)).isFalse();
    }

    @Test
    void one_byte_more_stays_out() {
        assertThat(inFlight.take(1, 101)).isFalse();
    }

    @Test
    void what_stays_out_takes_no_room() {
        inFlight.take(4, 1);
        inFlight.take(1, 101);

        assertThat(inFlight.take(3, 100)).isTrue();
    }

    @Test
    void what_is_given_back_is_room_again() {
        inFlight.take(3, 100);
        inFlight.giveBack(3, 100);

        assertThat(inFlight.take(3, 100)).isTrue();
    }

    @Test
    void without_a_byte_left_there_is_no_room_for_records() {
        inFlight.take(1, 100);

        assertThat(inFlight.hasRoomFor(1)).isFalse();
    }

    @Test
    void with_a_byte_left_there_may_be() {
        inFlight.take(1, 99);

        assertThat(inFlight.hasRoomFor(2)).isTrue();
    }
}
