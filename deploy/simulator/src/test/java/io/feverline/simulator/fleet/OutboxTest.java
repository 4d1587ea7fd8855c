package io.feverline.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.simulator.ledger.QueuedReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OutboxTest {

    private static QueuedReading reading(int n) {
        String body = "{\"id\":\"" + new UUID(0, n) + "\",\"name\":\"测试\\n\"}";
        return new QueuedReading(new UUID(0, n), 1_000 + n, 36_600, "body", "forehead", "p" + n, "none", false, body);
    }

    /** Even: put the number's reading; odd: let go of the oldest. */
    @Property(tries = 100)
    void what_was_put_and_not_done_is_there_after_reopening(
            @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> steps, @ForAll @IntRange(max = 200) int torn)
            throws IOException {
        Path file = Files.createTempFile("outbox", ".queue");
        Set<Integer> expected = new LinkedHashSet<>();
        try (Outbox outbox = Outbox.open(file)) {
            for (int step : steps) {
                if (step % 2 == 0 && expected.add(step)) {
                    outbox.put(reading(step));
                } else if (!expected.isEmpty()) {
                    int oldest = expected.iterator().next();
                    expected.remove(oldest);
                    outbox.done(new UUID(0, oldest));
                }
            }
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] tail = ("{\"put\":{\"id\":\"" + "x".repeat(200))
                .substring(0, torn)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] killed = Arrays.copyOf(whole, whole.length + tail.length);
        System.arraycopy(tail, 0, killed, whole.length, tail.length);
        Files.write(file, killed);

        List<QueuedReading> left = expected.stream().map(OutboxTest::reading).toList();
        try (Outbox reopened = Outbox.open(file)) {
            assertThat(reopened.pending()).isEqualTo(left);
            reopened.put(reading(1_001));
        }
        try (Outbox again = Outbox.open(file)) {
            assertThat(again.pending()).hasSize(left.size() + 1).contains(reading(1_001));
        }
        Files.delete(file);
    }
}
