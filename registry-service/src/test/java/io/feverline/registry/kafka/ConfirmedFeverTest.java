package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.EventCodec;
import io.feverline.registry.Database;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.followup.PendingFevers;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From what alert-service tells to a follow-up, whichever of the alert and the passage comes first. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ConfirmedFeverTest {
    private static final EventCodec<EpisodeChanged> EPISODES = EventCodec.of(EpisodeChanged.class);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String token = "token-" + UUID.randomUUID();
    private final Reading first = Reading.at(now.minusSeconds(60)).of(token);
    private final Reading second = Reading.at(now).of(token);

    @Inject
    JudgementIntake intake;

    @Inject
    PassageStore store;

    @Inject
    PendingFevers fevers;

    @Inject
    Database database;

    @Test
    void a_confirmed_fever_opens_a_follow_up() {
        store(first, second);

        take(confirmed(second));

        assertThat(followUps("closed_at IS NULL AND cause = 'CONFIRMED_FEVER'")).isEqualTo(1);
        assertThat(pending()).isZero();
    }

    @Test
    void a_fever_that_is_told_before_its_passage_waits_for_it() {
        take(confirmed(second));
        assertThat(pending()).isEqualTo(1);

        store(first, second);
        fevers.resolve().await().indefinitely();

        assertThat(followUps("true")).isEqualTo(1);
        assertThat(pending()).isZero();
    }

    @Test
    void where_the_traveller_went_is_told_by_the_passage_that_confirmed_the_fever_so_it_is_waited_for() {
        store(first);
        take(confirmed(second));
        assertThat(followUps("true")).isZero();

        store(second);
        fevers.resolve().await().indefinitely();

        assertThat(followUps("true")).isEqualTo(1);
    }

    @Test
    void a_passage_that_does_not_come_is_not_waited_for_forever() {
        store(first);
        take(confirmed(second));

        database.run("UPDATE follow_up_pending SET told_at = now() - interval '61 seconds' WHERE token = $1", token);
        fevers.resolve().await().indefinitely();

        assertThat(followUps("true")).isEqualTo(1);
    }

    @Test
    void a_traveller_who_is_not_known_is_waited_for_as_long_as_it_takes() {
        take(confirmed(second));

        database.run("UPDATE follow_up_pending SET told_at = now() - interval '20 days' WHERE token = $1", token);
        fevers.resolve().await().indefinitely();

        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void what_is_told_again_changes_nothing() {
        store(first, second);

        take(List.of(confirmed(second), confirmed(second)));
        take(confirmed(second));

        assertThat(followUps("version = 1")).isEqualTo(1);
    }

    @Test
    void an_episode_is_one_cause_however_many_of_its_readings_are_told_of() {
        Reading third = Reading.at(now.plusMillis(1)).of(token);
        store(first, second, third);

        take(confirmed(second));
        take(confirmed(third));

        assertThat(followUps("version = 1 AND cardinality(caused_by) = 1")).isEqualTo(1);
    }

    @Test
    void what_is_told_again_after_the_follow_up_is_over_opens_none() {
        store(first, second);
        take(confirmed(second));
        database.run("""
                UPDATE follow_up SET state = 'CLOSED', closed_at = now()
                WHERE traveller_id = (SELECT id FROM traveller WHERE token = $1)
                """, token);

        take(confirmed(second));

        assertThat(followUps("closed_at IS NULL")).isZero();
    }

    @Test
    void a_late_fever_is_followed_up_for_the_days_that_are_left() {
        Instant threeDaysAgo = now.minus(Duration.ofDays(3));
        Reading late = Reading.at(threeDaysAgo).of(token);
        store(late);

        take(told(late, EpisodeState.CONFIRMED, token, true, false));

        assertThat(followUps("numbers_in(asked) = 22")).isEqualTo(1);
    }

    @Test
    void a_test_of_the_way_is_followed_by_nobody() {
        store(first, second);

        take(told(second, EpisodeState.CONFIRMED, token, false, true));

        assertThat(followUps("true")).isZero();
    }

    @Test
    void a_traveller_without_papers_cannot_be_followed_up() {
        take(told(second, EpisodeState.CONFIRMED, null, false, false));

        assertThat(database.count("SELECT count(*) FROM follow_up_pending WHERE confirmed_by = $1", second.id()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(value = EpisodeState.class, mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMED")
    void nobody_is_followed_up_for_a_fever_that_is_not_confirmed(EpisodeState state) {
        store(first, second);

        take(told(second, state, token, false, false));

        assertThat(followUps("true")).isZero();
    }

    private void store(Reading... readings) {
        store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        take(List.of(record));
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> records) {
        intake.take(records).await().indefinitely();
    }

    private long followUps(String condition) {
        return database.count("""
                SELECT count(*) FROM follow_up
                WHERE traveller_id = (SELECT id FROM traveller WHERE token = $1) AND
                """ + condition, token);
    }

    private long pending() {
        return database.count("SELECT count(*) FROM follow_up_pending WHERE token = $1", token);
    }

    private ConsumerRecord<byte[], byte[]> confirmed(Reading by) {
        return told(by, EpisodeState.CONFIRMED, token, false, false);
    }

    private ConsumerRecord<byte[], byte[]> told(
            Reading about, EpisodeState state, @Nullable String traveller, boolean historic, boolean synthetic) {
        var change = EpisodeChanged.newBuilder()
                .setEpisodeId(UUID.nameUUIDFromBytes(token.getBytes(UTF_8)))
                .setState(state)
                .setOpenedAt(first.measuredAt())
                .setOpenedBy(first.id())
                .setHistoric(historic)
                .setTravellerToken(traveller)
                .setReadingId(about.id())
                .setMeasuredAt(about.measuredAt())
                .setReceivedAt(about.receivedAt())
                .setDeviceId("device-1")
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setSite("FOREHEAD")
                .setTemperature(38_200)
                .setVerdict(VerdictKind.FEVER)
                .setPolicyVersion("default-2")
                .setThreshold(37_300)
                .setSynthetic(synthetic)
                .build();
        return new ConsumerRecord<>("alerts", 0, 0, token.getBytes(UTF_8), EPISODES.encode(change));
    }
}
