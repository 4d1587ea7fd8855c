package io.feverline.registry.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.judgement.DeviceFinding;
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.judgement.VerdictTold;
import io.feverline.registry.passage.PassagePartitions;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class RetentionTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PAST = Duration.ofDays(40);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant past = now.minus(PAST);
    private final LocalDate pastDay = LocalDate.ofInstant(past, PassagePartitions.COUNTY);
    private final String token = UUID.randomUUID().toString();

    @Inject
    Retention retention;

    @Inject
    PassageStore store;

    @Inject
    Judgements judgements;

    @Inject
    MeterRegistry metrics;

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Test
    void a_day_past_retention_is_dropped_with_those_who_passed_only_then() {
        partition(pastDay);
        store(Reading.at(past).of(token).by(token));

        enforce();

        assertThat(partitions(pastDay)).isZero();
        assertThat(travellers() + vehicles()).isZero();
    }

    @Test
    void a_day_within_retention_stays() {
        var lastToStay = Reading.at(startOf(
                        LocalDate.ofInstant(now, PassagePartitions.COUNTY).minusDays(28)))
                .of(token)
                .by(token);
        store(lastToStay);

        enforce();

        assertThat(passages(lastToStay)).isEqualTo(1);
        assertThat(travellers() + vehicles()).isEqualTo(2);
    }

    @Test
    void who_has_passed_since_stays() {
        partition(pastDay);
        store(Reading.at(past).of(token), Reading.at(now).of(token));

        enforce();

        assertThat(travellers()).isEqualTo(1);
    }

    @Test
    void a_day_that_was_dropped_is_on_record_and_auditors_see_it() {
        Instant before = past.minus(PAST);
        LocalDate day = LocalDate.ofInstant(before, PassagePartitions.COUNTY);
        partition(day);
        store(Reading.at(before), Reading.at(before));

        enforce();

        Persona.AUDITOR
                .request()
                .queryParam("act", "retention.drop-day")
                .queryParam("subject", day.toString())
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items[0].actor", Matchers.equalTo("registry-service"))
                .body("items[0].detail", Matchers.equalTo("2 passages"));
    }

    @Test
    void what_was_forgotten_is_counted() {
        enforce();
        double before = forgotten(Kind.TRAVELLERS);
        partition(pastDay);
        store(Reading.at(past).of(token));

        enforce();

        assertThat(forgotten(Kind.TRAVELLERS)).isEqualTo(before + 1);
    }

    @Test
    void a_passage_that_no_day_is_kept_for_is_kept_as_long_after_it_was_received() {
        var lost = Instant.parse("1999-12-31T16:00:00Z");
        var before = Reading.at(lost).received(past);
        var since = Reading.at(lost).received(now).of(token);
        store(before, since);

        enforce();

        assertThat(passages(before)).isZero();
        assertThat(passages(since)).isEqualTo(1);
        assertThat(travellers()).isEqualTo(1);
    }

    @Test
    void who_was_seen_by_a_clock_far_ahead_alone_is_forgotten_with_the_passage() {
        var ahead = Reading.at(Instant.parse("2095-05-05T00:00:00Z"));
        store(ahead.received(past).of(token));

        enforce();

        assertThat(travellers()).isZero();
    }

    @Test
    void a_verdict_goes_with_its_passage() {
        var gone = Reading.at(past);
        var stays = Reading.at(Instant.parse("1999-12-31T16:00:00Z")).received(now);
        store(gone, stays);
        judge(gone, past);
        judge(stays, past);

        enforce();

        assertThat(verdicts(gone)).isZero();
        assertThat(verdicts(stays)).isEqualTo(1);
    }

    @Test
    void what_was_wrong_with_a_device_is_forgotten_when_it_has_ended_before() {
        judgements
                .storeFindings(List.of(
                        new DeviceFinding(token, "DRIFTING", past.minus(PAST), past),
                        new DeviceFinding(token, "SILENT", past.minus(PAST), null),
                        new DeviceFinding(token, "STUCK", past, now)))
                .await()
                .atMost(SOON);

        enforce();

        assertThat(database.row(
                                "SELECT string_agg(finding, ' ' ORDER BY finding) FROM device_finding"
                                        + " WHERE device_id = $1",
                                token)
                        .getString(0))
                .isEqualTo("SILENT STUCK");
    }

    @Test
    void who_is_followed_up_stays() {
        partition(pastDay);
        store(Reading.at(past).of(token));
        followUp("");

        enforce();

        assertThat(travellers()).isEqualTo(1);
    }

    @Test
    void a_case_that_was_closed_within_sixty_days_keeps_whose_it_was() {
        partition(pastDay);
        store(Reading.at(past).of(token));
        UUID traveller = traveller();
        UUID followUp = followUp("59 days");

        enforce();

        assertThat(travellers()).isEqualTo(1);
        assertThat(travellerOf(followUp)).isEqualTo(traveller);
    }

    @Test
    void whoever_looks_after_a_case_finds_whose_it_was_when_the_passages_are_forgotten() {
        partition(pastDay);
        store(Reading.at(past).of(token));
        UUID followUp = followUp("59 days");

        enforce();

        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/travellers/" + travellerOf(followUp) + "/passages")
                .then()
                .statusCode(200)
                .body("items", Matchers.hasSize(0));
    }

    @Test
    void a_case_that_was_closed_before_is_nobodys_and_the_traveller_goes() {
        partition(pastDay);
        store(Reading.at(past).of(token));
        UUID traveller = traveller();
        UUID followUp = followUp("62 days");

        enforce();

        assertThat(travellers()).isZero();
        assertThat(travellerOf(followUp)).isNotEqualTo(traveller);
    }

    @Test
    void an_arrival_goes_with_its_passage() {
        database.run("""
                INSERT INTO arrival (reading_id, measured_at, region_id, checkpoint_id, area_code, judged_at)
                VALUES (gen_random_uuid(), now() - interval '40 days', $1, 'north', '360322101', now()),
                    (gen_random_uuid(), now(), $1, 'north', '360322101', now())
                """, token);

        enforce();

        assertThat(database.count("SELECT count(*) FROM arrival WHERE region_id = $1", token))
                .isEqualTo(1);
    }

    @Test
    void a_fever_of_somebody_who_never_became_known_goes() {
        database.run("""
                INSERT INTO follow_up_pending (reading_id, token, confirmed_by, at, area_code, told_at)
                VALUES (gen_random_uuid(), $1, gen_random_uuid(), now(), '360322', now() - interval '40 days')
                """, token);

        enforce();

        assertThat(database.count("SELECT count(*) FROM follow_up_pending WHERE token = $1", token))
                .isZero();
    }

    @Test
    void the_role_of_the_service_cannot_drop_a_day_of_the_last_week() {
        LocalDate day = LocalDate.ofInstant(now, PassagePartitions.COUNTY).minusDays(6);

        assertThatThrownBy(() -> database.row("SELECT drop_passage_partition($1)", day))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("too young");
    }

    @Test
    void a_day_waits_for_those_who_read_and_lets_those_who_store_go_on() {
        partition(pastDay);
        var reading = Reading.at(now);
        var longReader = pool.getConnection().await().atMost(SOON);
        var transaction = longReader.begin().await().atMost(SOON);
        longReader.query("SELECT 1 FROM passage LIMIT 1").execute().await().atMost(SOON);

        var enforced = retention.enforce().subscribeAsCompletionStage();
        store(reading);

        assertThat(passages(reading)).isEqualTo(1);
        assertThat(partitions(pastDay)).isEqualTo(1);
        transaction.commit().chain(longReader::close).await().atMost(SOON);
        Uni.createFrom().completionStage(enforced).await().atMost(SOON);
        assertThat(partitions(pastDay)).isZero();
    }

    /** The passage comes late: it changes nothing of its traveller, but that somebody is at it. */
    @Test
    void who_is_about_to_get_a_passage_stays() {
        store(Reading.at(past).received(past).of(token));
        database.run("DELETE FROM passage WHERE traveller_id = (SELECT id FROM traveller WHERE token = $1)", token);
        var late = Reading.at(past).received(now).of(token, null);
        var gate = pool.getConnection().await().atMost(SOON);
        var transaction = gate.begin().await().atMost(SOON);
        gate.query("LOCK TABLE passage_undated IN SHARE MODE").execute().await().atMost(SOON);

        var stored = store.store(List.of(late.passage())).subscribeAsCompletionStage();
        await().atMost(SOON).until(() -> whoeverWaits("%INSERT INTO passage%") == 1);
        retention.someTravellers().await().atMost(SOON);
        transaction.commit().chain(gate::close).await().atMost(SOON);

        assertThat(Uni.createFrom().completionStage(stored).await().atMost(SOON))
                .isEqualTo(new Stored(1, 0, 0));
        assertThat(travellers()).isEqualTo(1);
        assertThat(orphans()).isZero();
    }

    @Test
    void passages_that_come_while_their_travellers_are_forgotten_have_travellers() {
        for (int round = 0; round < 20; round++) {
            var tokens = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(100)
                    .toList();
            store(tokens.stream().map(each -> Reading.at(past).of(each)).toArray(Reading[]::new));
            database.run("DELETE FROM passage_undated");
            var late = tokens.stream()
                    .map(each -> Reading.at(past).received(now).of(each, null).passage())
                    .toList();

            Uni.join()
                    .all(
                            store.store(late.subList(0, 50)).replaceWithVoid(),
                            retention.someTravellers().replaceWithVoid(),
                            store.store(late.subList(50, 100)).replaceWithVoid())
                    .andFailFast()
                    .await()
                    .atMost(SOON);

            assertThat(orphans()).isZero();
        }
    }

    @Test
    void one_instance_forgets_at_a_time() {
        partition(pastDay);
        SqlConnection other = pool.getConnection().await().atMost(SOON);
        other.query(RetentionSql.TAKE_TURN).execute().await().atMost(SOON);

        enforce();

        assertThat(partitions(pastDay)).isEqualTo(1);
        other.query(RetentionSql.END_TURN).execute().chain(other::close).await().atMost(SOON);
        enforce();
        assertThat(partitions(pastDay)).isZero();
    }

    private void enforce() {
        retention.enforce().await().atMost(SOON);
    }

    private void store(Reading... readings) {
        store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .atMost(SOON);
    }

    private void judge(Reading reading, Instant receivedAt) {
        judgements
                .storeVerdicts(List.of(
                        new VerdictTold(reading.id(), receivedAt, new Verdict("FEVER", 38_200, 37_300, "default-2"))))
                .await()
                .atMost(SOON);
    }

    private void partition(LocalDate day) {
        database.row("SELECT ensure_passage_partition($1)", day);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PassagePartitions.COUNTY).toInstant();
    }

    private long partitions(LocalDate day) {
        return database.count(
                "SELECT count(*) FROM pg_class WHERE relname = 'passage_' || to_char($1::date, 'YYYYMMDD')", day);
    }

    private long passages(Reading reading) {
        return database.count("SELECT count(*) FROM passage WHERE reading_id = $1", reading.id());
    }

    private long verdicts(Reading reading) {
        return database.count("SELECT count(*) FROM verdict WHERE reading_id = $1", reading.id());
    }

    private UUID traveller() {
        return database.row("SELECT id FROM traveller WHERE token = $1", token).getUUID(0);
    }

    /** Closed so long ago; open without a time. */
    private UUID followUp(String closedAgo) {
        return database.row("""
                        INSERT INTO follow_up (traveller_id, cause, opened_at, closed_at, area_code, state, caused_by, asked, ends)
                        SELECT id, 'CONFIRMED_FEVER', now(), now() - nullif($2, '')::interval, '360322',
                            CASE WHEN $2 = '' THEN 'UNASSIGNED' ELSE 'CLOSED' END, '{}', '{}', 0
                        FROM traveller WHERE token = $1
                        RETURNING id
                        """, token, closedAgo).getUUID(0);
    }

    private UUID travellerOf(UUID followUp) {
        return database.row("SELECT traveller_id FROM follow_up WHERE id = $1", followUp)
                .getUUID(0);
    }

    private long travellers() {
        return database.count("SELECT count(*) FROM traveller WHERE token = $1", token);
    }

    private long vehicles() {
        return database.count("SELECT count(*) FROM vehicle WHERE token = $1", token);
    }

    private long orphans() {
        return database.count("SELECT count(*) FROM passage p WHERE traveller_id IS NOT NULL"
                + " AND NOT EXISTS (SELECT FROM traveller t WHERE t.id = p.traveller_id)");
    }

    private long whoeverWaits(String statement) {
        return database.count(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE $1", statement);
    }

    private double forgotten(Kind kind) {
        return metrics.get("feverline.retention.forgotten")
                .tag("kind", kind.text())
                .counter()
                .count();
    }
}
