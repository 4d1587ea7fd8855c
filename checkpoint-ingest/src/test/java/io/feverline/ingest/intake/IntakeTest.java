package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.reading.Admission;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Site;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2020-01-26T00:00:00Z");
    private static final Device GATE =
            new Device(new Origin("gate-1", "shangli", "360322101", Site.FOREHEAD, Mode.BODY, 0), Set.of());
    private static final int CHUNK = 10;
    private static final int MOST = 25;

    private final RecordedPublisher brokers = new RecordedPublisher();
    private final Intake intake = intake(brokers);

    @Test
    void a_batch_at_the_limit_is_taken_to_its_end() throws Exception {
        var outcome = take(readings(MOST));
        assertThat(outcome.accepted()).isEqualTo(MOST);
        assertThat(outcome.rest()).isNull();
    }

    @Test
    void a_refused_line_is_told_by_its_place_in_the_whole_batch() throws Exception {
        var outcome = take(readings(CHUNK + 3) + "\n{}\n" + readings(2));
        assertThat(outcome.accepted()).isEqualTo(CHUNK + 5);
        assertThat(outcome.refusals()).extracting(Intake.Refusal::index).containsExactly(CHUNK + 3);
    }

    @Test
    void a_line_too_many_ends_a_batch_of_which_the_rest_is_told() throws Exception {
        var outcome = take(readings(CHUNK) + "\n{}\n" + readings(MOST));
        assertThat(outcome.accepted()).isEqualTo(MOST - 1);
        assertThat(brokers.published()).hasSize(MOST - 1);
        assertRest(MOST, Reason.TOO_MANY_ITEMS, outcome);
    }

    @Test
    void a_body_that_breaks_after_a_chunk_is_taken_up_to_there() throws Exception {
        var outcome = take(readings(CHUNK + 2) + "\n" + "x".repeat(1_000_000));
        assertThat(outcome.accepted()).isEqualTo(CHUNK + 2);
        assertRest(CHUNK + 2, Reason.TOO_LARGE, outcome);
    }

    @Test
    void a_body_that_breaks_before_anything_has_gone_is_turned_away_whole() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> take(readings(CHUNK) + "\n" + "x".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(brokers.published()).isEmpty();
    }

    @Test
    void a_chunk_is_on_its_way_before_the_next_is_read() {
        var breaking = new SequenceInputStream(
                new ByteArrayInputStream((readings(CHUNK + 1) + "\n").getBytes(UTF_8)), new BrokenLine());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> take(breaking));
        assertThat(brokers.published()).hasSize(CHUNK);
    }

    @Test
    void brokers_that_go_away_make_all_of_a_batch_unknown() {
        brokers.away(true);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> take(readings(MOST)))
                .withCauseInstanceOf(DoorBusy.class);
    }

    @Test
    void of_long_lines_fewer_go_together() throws Exception {
        var sizes = new ArrayList<Integer>();
        String blanks = " ".repeat(Intake.CHUNK_BYTES / 4);
        String lines = readings(CHUNK - 1).replace("\n", blanks + "\n") + blanks;
        var body = Body.open(new ByteArrayInputStream(lines.getBytes(UTF_8)), null, 1_000_000);

        intake(readings -> {
                    sizes.add(readings.size());
                    return CompletableFuture.completedStage(null);
                })
                .takeLines(new Lines(body, Intake.CHUNK_BYTES), MOST, CHUNK, GATE);

        assertThat(sizes).containsExactly(4, 4, 1);
    }

    @Test
    void what_stands_for_an_id_and_is_none_is_not_told_back() throws Exception {
        var outcome = take("{\"id\":\"\\ud800\"}\n{\"id\":\"36032219800101001X\"}");
        assertThat(outcome.refusals()).extracting(Intake.Refusal::id).containsOnlyNulls();
    }

    @Test
    void an_id_is_told_back() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(take("{\"id\":\"" + id + "\"}").refusals())
                .extracting(Intake.Refusal::id)
                .containsExactly(id);
    }

    private static Intake intake(Publisher publisher) {
        return new Intake(
                new Admission(
                        new Admission.Limits(
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(5),
                                Duration.ofHours(24),
                                Duration.ofDays(28)),
                        OffsetDateTime::parse),
                publisher,
                new Counts(new SimpleMeterRegistry()),
                new BatchTurns(1, 1),
                () -> NOW);
    }

    private static void assertRest(int from, Reason why, Intake.Outcome outcome) {
        var rest = requireNonNull(outcome.rest());
        assertThat(rest.from()).isEqualTo(from);
        assertThat(rest.why().reason()).isEqualTo(why);
    }

    private Intake.Outcome take(String lines) throws Rejected, IOException {
        return take(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private Intake.Outcome take(InputStream sent) throws Rejected, IOException {
        return intake.takeLines(new Lines(Body.open(sent, null, 100_000), 1000), MOST, CHUNK, GATE)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static String readings(int count) {
        return Stream.generate(() ->
                        "{\"id\":\"%s\",\"measuredAt\":\"%s\",\"temperature\":36.6}".formatted(UUID.randomUUID(), NOW))
                .limit(count)
                .collect(Collectors.joining("\n"));
    }
}
