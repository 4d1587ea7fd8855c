package io.feverline.registry.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class FollowUpsTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final UUID traveller = UUID.randomUUID();

    @Inject
    FollowUps followUps;

    @Inject
    Pool pool;

    @Inject
    Database database;

    @BeforeEach
    void a_county() {
        database.run("""
                INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL), ('360390', 'CITY', '某市', '360000'),
                    ('360391', 'COUNTY', '某县', '360390'), ('360391101', 'TOWN', '某镇', '360391'),
                    ('360391101001', 'VILLAGE', '某村', '360391101')
                ON CONFLICT DO NOTHING
                """);
    }

    @Test
    void a_cause_opens_a_follow_up_of_28_half_days() {
        assertThat(open(fever(now))).isEqualTo(1);

        assertThat(count("closed_at IS NULL AND numbers_in(asked) = 28 AND state = 'UNASSIGNED'"))
                .isEqualTo(1);
    }

    @Test
    void a_cause_that_is_told_again_changes_nothing() {
        Opening fever = fever(now);

        assertThat(open(fever, fever)).isEqualTo(1);
        assertThat(open(fever)).isZero();

        assertThat(one("version").getLong(0)).isEqualTo(1);
    }

    @Test
    void a_cause_that_is_told_again_changes_nothing_also_when_its_follow_up_is_over() {
        Opening fever = fever(now);
        open(fever);
        database.run("UPDATE follow_up SET state = 'CLOSED', closed_at = now() WHERE traveller_id = $1", traveller);

        assertThat(open(fever)).isZero();

        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void a_new_cause_opens_another_follow_up_when_one_is_over() {
        open(fever(now));
        database.run("UPDATE follow_up SET state = 'CLOSED', closed_at = now() WHERE traveller_id = $1", traveller);

        assertThat(open(fever(now))).isEqualTo(1);

        assertThat(count("true")).isEqualTo(2);
    }

    @Test
    void a_second_cause_is_noted_and_the_days_count_from_the_newest() {
        open(fever(now.minus(Duration.ofDays(3))));
        assertThat(count("numbers_in(asked) = 22")).isEqualTo(1);

        assertThat(open(arrival(now, "360391101"))).isZero();

        assertThat(count("numbers_in(asked) = 28 AND version = 2 AND cardinality(caused_by) = 2"))
                .isEqualTo(1);
    }

    @Test
    void an_older_cause_that_comes_later_does_not_shorten_it() {
        open(fever(now));

        open(arrival(now.minus(Duration.ofDays(3)), "360391101"));

        assertThat(count("numbers_in(asked) = 28 AND ends = upper(asked)")).isEqualTo(1);
    }

    @Test
    void two_causes_in_one_batch_make_one_follow_up() {
        assertThat(open(fever(now.minus(Duration.ofDays(1))), arrival(now, "360391101")))
                .isEqualTo(1);

        assertThat(count("numbers_in(asked) = 28 AND cardinality(caused_by) = 2 AND cause = 'CONFIRMED_FEVER'"))
                .isEqualTo(1);
    }

    @Test
    void one_reading_can_be_a_cause_of_both_kinds() {
        UUID reading = UUID.randomUUID();
        var fever = new Opening(traveller, reading, CauseKind.CONFIRMED_FEVER, null, now, null, "360391101");
        var arrival = new Opening(traveller, reading, CauseKind.KEY_REGION_ARRIVAL, "hubei", now, null, "360391101");

        open(fever, arrival);

        assertThat(count("cardinality(caused_by) = 2")).isEqualTo(1);
    }

    @Test
    void a_cause_in_the_future_is_taken_for_now() {
        open(fever(now.plus(Duration.ofDays(700))));

        assertThat(count("numbers_in(asked) = 28 AND opened_at <= now()")).isEqualTo(1);
    }

    @Test
    void a_cause_whose_days_are_over_asks_for_no_entry_but_is_there_to_be_looked_at() {
        assertThat(open(fever(now.minus(Duration.ofDays(20))))).isEqualTo(1);

        assertThat(count("closed_at IS NULL AND isempty(asked)")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "360391101001, 360391101001",
        "360391101001007, 360391101001",
        "360391101999, 360391101",
        "360391999, 360391",
        "360391, 360391",
        "360390, 360322",
        "360000, 360322",
        "990101, 360322",
        "'', 360322",
        ", 360322"
    })
    void it_is_looked_after_where_they_went_as_far_as_that_is_known_or_in_the_county_of_the_checkpoint(
            @Nullable String destination, String area) {
        open(new Opening(
                traveller, UUID.randomUUID(), CauseKind.KEY_REGION_ARRIVAL, "hubei", now, destination, "360322101"));

        assertThat(one("area_code").getString(0)).isEqualTo(area);
    }

    @Test
    void a_second_cause_leaves_it_where_it_is() {
        open(arrival(now, "360391101"));

        open(arrival(now, "360391101001"));

        assertThat(one("area_code").getString(0)).isEqualTo("360391101");
    }

    @Test
    void many_who_tell_at_once_make_one_follow_up() {
        Opening fever = fever(now);
        var all = IntStream.range(0, 8)
                .mapToObj(i ->
                        pool.withTransaction(transaction -> followUps.open(transaction, List.of(fever, fever(now)))))
                .toList();

        Uni.join().all(all).andFailFast().await().indefinitely();

        assertThat(count("cardinality(caused_by) = 9")).isEqualTo(1);
    }

    @Test
    void nothing_told_opens_nothing() {
        assertThat(open()).isZero();
    }

    private int open(Opening... openings) {
        return pool.withTransaction(transaction -> followUps.open(transaction, List.of(openings)))
                .await()
                .indefinitely();
    }

    private Opening fever(Instant at) {
        return new Opening(traveller, UUID.randomUUID(), CauseKind.CONFIRMED_FEVER, null, at, null, "360322101");
    }

    private Opening arrival(Instant at, String destination) {
        return new Opening(
                traveller, UUID.randomUUID(), CauseKind.KEY_REGION_ARRIVAL, "hubei", at, destination, "360322101");
    }

    private long count(String condition) {
        return database.count("SELECT count(*) FROM follow_up WHERE traveller_id = $1 AND " + condition, traveller);
    }

    private Row one(String columns) {
        return database.row("SELECT " + columns + " FROM follow_up WHERE traveller_id = $1", traveller);
    }
}
