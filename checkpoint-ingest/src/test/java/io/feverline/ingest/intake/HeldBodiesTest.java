package io.feverline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class HeldBodiesTest {
    private static final int MOST = 100;

    private final HeldBodies bodies = new HeldBodies(MOST);

    @Test
    void all_that_there_is_may_be_held() {
        assertFree(MOST);
    }

    @Test
    void no_more_may_be_held() {
        assertFull(bodies.part(), MOST + 1);
    }

    @Test
    void all_requests_share_it() {
        bodies.part().take(60);

        assertFull(bodies.part(), 41);
    }

    @Test
    void what_was_refused_is_not_held() {
        assertFull(bodies.part(), MOST + 1);

        assertFree(MOST);
    }

    @Test
    void a_request_that_is_over_gives_all_back() {
        try (var part = bodies.part()) {
            part.take(60);
            part.take(40);
        }

        assertFree(MOST);
    }

    @Test
    void a_request_that_was_refused_gives_back_what_it_had() {
        try (var part = bodies.part()) {
            part.take(60);
            assertFull(part, 41);
        }

        assertFree(MOST);
    }

    @Test
    void nothing_is_given_back_twice() {
        var part = bodies.part();
        part.take(60);
        part.close();
        part.close();

        assertFull(bodies.part(), MOST + 1);
    }

    private void assertFree(int bytes) {
        assertThatNoException().isThrownBy(() -> bodies.part().take(bytes));
    }

    private static void assertFull(HeldBodies.Part part, int bytes) {
        assertThatExceptionOfType(DoorBusy.class).isThrownBy(() -> part.take(bytes));
    }
}
