package io.feverline.gateway;

import static io.feverline.gateway.Readings.id;
import static io.feverline.gateway.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The courier by itself: time passes and the door answers when the test says so. */
class CourierTest implements Courier.Turns, Listener {

    private static final Reply TAKEN = Reply.Verdicts.ALL_TAKEN;
    private static final Reply UNKNOWN = new Reply.NoVerdict(Duration.ZERO);
    private static final long LONG_SINCE = Courier.FRESH_NANOS + 1;

    private record Request(List<Queued> readings, Consumer<Reply> step) {
        List<UUID> ids() {
            return readings.stream().map(Queued::id).toList();
        }
    }

    private record Alarm(Duration pause, Runnable step) {}

    @TempDir
    private Path folder;

    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Alarm> alarms = new ArrayDeque<>();
    private final List<UUID> accepted = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private List<Queued> posted = List.of();
    private long now;
    private DiskQueue queue;
    private Courier courier;

    @BeforeEach
    void open() throws IOException {
        queue = DiskQueue.open(folder.resolve("gate.queue"), 1024 * 1024, false, "boot");
        courier = new Courier(
                queue,
                readings -> {
                    posted = readings;
                    return new CompletableFuture<>();
                },
                new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5), new SplittableRandom(1)),
                this,
                this,
                () -> now);
    }

    @AfterEach
    void close() throws IOException {
        queue.close();
    }

    @Override
    public void whenAnswered(CompletionStage<Reply> reply, Consumer<Reply> step) {
        requests.add(new Request(posted, step));
    }

    @Override
    public void after(Duration wait, Runnable step) {
        alarms.add(new Alarm(wait, step));
    }

    @Override
    public void accepted(Queued reading) {
        accepted.add(reading.id());
    }

    @Override
    public void rejected(Queued reading, String problem) {
        rejected.add(reading.id() + " " + problem);
    }

    private void measure(int... numbers) throws IOException {
        for (int n : numbers) {
            courier.take(queue.put(reading(n), ""));
        }
    }

    private Request answerNext(Reply reply) {
        Request request = requests.remove();
        request.step().accept(reply);
        return request;
    }

    private Duration pausePasses() {
        Alarm alarm = alarms.remove();
        now += alarm.pause().toNanos();
        alarm.step().run();
        return alarm.pause();
    }

    /** The door fails for the first reading, so that those that follow wait behind it. */
    private void measureWhileTheDoorIsAway(int... numbers) throws IOException {
        measure(numbers[0]);
        answerNext(UNKNOWN);
        measure(IntStream.of(numbers).skip(1).toArray());
        assertThat(requests).isEmpty();
    }

    @Test
    void a_fresh_reading_goes_at_once_and_by_itself() throws IOException {
        measure(1, 2);
        assertThat(requests.stream().map(Request::ids)).containsExactly(List.of(id(1)), List.of(id(2)));
    }

    @Test
    void what_is_acknowledged_leaves_the_disk_and_nothing_else_does() throws IOException {
        measure(1, 2);
        answerNext(TAKEN);
        assertThat(accepted).containsExactly(id(1));
        assertThat(queue.pending()).extracting(Queued::id).containsExactly(id(2));
    }

    @Test
    void after_an_outage_the_newest_goes_first_and_each_by_itself_while_fresh() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3);
        pausePasses();
        assertThat(answerNext(TAKEN).ids()).containsExactly(id(3));
        assertThat(requests.stream().map(Request::ids)).containsExactly(List.of(id(2)), List.of(id(1)));
    }

    @Test
    void a_backlog_goes_in_a_batch_behind_what_is_fresh() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3);
        now += LONG_SINCE;
        measure(4);
        pausePasses();
        assertThat(answerNext(TAKEN).ids()).containsExactly(id(4));
        assertThat(requests.remove().ids()).containsExactly(id(1), id(2), id(3));
        measure(5);
        assertThat(requests.remove().ids()).containsExactly(id(5));
    }

    @Test
    void a_door_that_did_not_know_gets_the_same_bytes_again() throws IOException {
        measure(1);
        List<Queued> first = answerNext(UNKNOWN).readings();
        pausePasses();
        assertThat(requests.remove().readings()).isEqualTo(first);
    }

    @Test
    void while_the_door_fails_one_reading_at_a_time_feels_for_it() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3);
        pausePasses();
        assertThat(requests).hasSize(1);
        answerNext(UNKNOWN);
        assertThat(requests).isEmpty();
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_door_that_asks_for_patience_gets_it_and_some_jitter_more() throws IOException {
        measure(1);
        answerNext(new Reply.NoVerdict(Duration.ofSeconds(7)));
        assertThat(pausePasses()).isBetween(Duration.ofMillis(7_125), Duration.ofMillis(7_250));
    }

    @Test
    void of_several_answers_the_one_that_asks_for_the_most_patience_counts() throws IOException {
        measure(1, 2);
        answerNext(UNKNOWN);
        answerNext(new Reply.NoVerdict(Duration.ofSeconds(7)));
        pausePasses();
        assertThat(requests).isEmpty();
        pausePasses();
        assertThat(Duration.ofNanos(now)).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        assertThat(requests).hasSize(1);
    }

    @Test
    void each_item_of_a_batch_stands_for_itself() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3, 4);
        now += LONG_SINCE;
        measure(5);
        pausePasses();
        answerNext(TAKEN);
        answerNext(new Reply.Verdicts(Map.of(1, "too-cold"), Set.of(2)));
        assertThat(accepted).containsExactly(id(5), id(1), id(4));
        assertThat(rejected).containsExactly(id(2) + " too-cold");
        assertThat(queue.pending()).extracting(Queued::id).containsExactly(id(3));
        pausePasses();
        assertThat(requests.remove().ids()).containsExactly(id(3));
    }

    @Test
    void a_batch_that_is_refused_whole_is_halved_until_the_one_is_found() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3, 4);
        now += LONG_SINCE;
        measure(5);
        pausePasses();
        answerNext(TAKEN);
        assertThat(answerNext(new Reply.Refused("too-large")).ids()).hasSize(4);
        assertThat(answerNext(new Reply.Refused("too-large")).ids()).containsExactly(id(3), id(4));
        assertThat(answerNext(new Reply.Refused("too-large")).ids()).containsExactly(id(4));
        assertThat(rejected).containsExactly(id(4) + " too-large");
        assertThat(requests.remove().ids()).containsExactly(id(2), id(3));
    }

    @Test
    void one_reading_that_the_door_chokes_on_does_not_hold_up_the_others() throws IOException {
        measureWhileTheDoorIsAway(1, 2, 3);
        pausePasses();
        assertThat(answerNext(UNKNOWN).ids()).containsExactly(id(3));
        pausePasses();
        assertThat(answerNext(UNKNOWN).ids()).containsExactly(id(2));
        pausePasses();
        assertThat(requests.remove().ids()).containsExactly(id(1));
    }
}
