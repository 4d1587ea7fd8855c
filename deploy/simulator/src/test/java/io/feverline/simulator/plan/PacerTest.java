package io.feverline.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Device DEVICE = new Device("gate", "key", null, null, null, null);

    private static Planned at(long millis) {
        return new Planned(
                millis * 1_000_000,
                DEVICE,
                new Draft(new UUID(0, millis), "p", 36_600, false, "forehead", null, null, null, null));
    }

    @Test
    void nothing_is_handed_out_before_it_is_due() throws InterruptedException {
        List<Long> early = new ArrayList<>();
        new Pacer(new CountDownLatch(1))
                .run(
                        LongStream.range(0, 50).mapToObj(i -> at(i * 4)).iterator(),
                        (planned, due) -> early.add(due - System.nanoTime()));
        assertThat(early).hasSize(50).allMatch(nanos -> nanos <= 0);
    }

    @Test
    void a_late_step_moves_no_later_one() throws InterruptedException {
        List<Long> due = new ArrayList<>();
        CountDownLatch never = new CountDownLatch(1);
        new Pacer(new CountDownLatch(1))
                .run(LongStream.range(0, 20).mapToObj(i -> at(i * 10)).iterator(), (p, at) -> {
                    due.add(at);
                    if (due.size() == 3) {
                        assertThat(waits(never)).isFalse();
                    }
                });
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isEqualTo(10_000_000L);
        }
    }

    private static boolean waits(CountDownLatch never) {
        try {
            return never.await(60, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_stop_ends_the_wait() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        stop.countDown();
        List<Planned> taken = new ArrayList<>();
        new Pacer(stop).run(List.of(at(3_600_000)).iterator(), (planned, due) -> taken.add(planned));
        assertThat(taken).isEmpty();
    }
}
