package io.feverline.registry.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.config.ReceiptConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReceiptTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    PassageStore store;

    @Inject
    Receipts receipts;

    @Inject
    Pool pool;

    @Inject
    ReceiptConfig config;

    @Inject
    Database database;

    @Test
    void an_id_with_other_content_makes_no_passage_and_changes_no_traveller() {
        String token = token();
        String other = token();
        var first = Reading.at(now).of(token);
        store(first);

        var stored = store(first.measured(now.plusSeconds(60)).of(token), first.of(other));

        assertThat(stored).isEqualTo(new Stored(0, 0, 2));
        assertThat(passages(first)).isEqualTo(1);
        assertThat(database.row("SELECT last_seen_at FROM traveller WHERE token = $1", token)
                        .getOffsetDateTime(0)
                        .toInstant())
                .isEqualTo(now);
        assertThat(database.count("SELECT count(*) FROM traveller WHERE token = $1", other))
                .isZero();
    }

    @Test
    void the_first_of_an_id_stays_also_within_one_batch() {
        var first = Reading.at(now);

        var stored = store(first, first.measured(now.plusSeconds(1)), first, first.measured(now.plusSeconds(2)));

        assertThat(stored).isEqualTo(new Stored(1, 1, 2));
        assertThat(passages(first)).isEqualTo(1);
        assertThat(reused(first)).isEqualTo(2);
        assertThat(database.row("SELECT measured_at FROM passage WHERE reading_id = $1", first.id())
                        .getOffsetDateTime(0)
                        .toInstant())
                .isEqualTo(now);
    }

    @Test
    void delivery_of_the_same_batch_counts_no_reuse_twice() {
        var first = Reading.at(now);
        var other = first.measured(now.plusSeconds(1));
        store(first, other);
        store(Reading.at(now), other.received(now.plusSeconds(9)));
        var before = receipt(first);

        store(first, other);
        store(Reading.at(now), other.received(now.plusSeconds(9)));

        assertThat(reused(first)).isEqualTo(2);
        assertThat(receipt(first)).isEqualTo(before);
    }

    @Test
    void readings_from_before_digests_were_kept_are_told_apart_by_their_time() {
        var known = Reading.at(now);
        store(known);
        database.run("UPDATE receipt SET digest = NULL WHERE reading_id = $1", known.id());

        assertThat(store(known)).isEqualTo(new Stored(0, 1, 0));
        assertThat(store(known.measured(now.plusSeconds(1)))).isEqualTo(new Stored(0, 0, 1));
    }

    @Test
    void batches_that_dispute_the_same_ids_neither_deadlock_nor_store_two() {
        var ids = new ArrayList<Reading>();
        for (int i = 0; i < 200; i++) {
            ids.add(Reading.at(now).of(token()));
        }
        var batches = new ArrayList<Uni<Stored>>();
        for (int i = 0; i < 8; i++) {
            var measured = now.plusMillis(i);
            var batch = new ArrayList<Passage>();
            ids.forEach(reading -> batch.add(reading.measured(measured).passage()));
            Collections.shuffle(batch, new Random(i));
            batches.add(Uni.createFrom().deferred(() -> store.store(batch)));
        }

        List<Stored> stored = Uni.join().all(batches).andFailFast().await().indefinitely();

        assertThat(stored.stream().mapToInt(Stored::fresh).sum()).isEqualTo(200);
        assertThat(stored.stream().mapToInt(Stored::reused).sum()).isEqualTo(7 * 200);
        UUID[] readings = ids.stream().map(Reading::id).toArray(UUID[]::new);
        assertThat(database.count("SELECT count(*) FROM passage WHERE reading_id = ANY ($1)", (Object) readings))
                .isEqualTo(200);
    }

    @Test
    void a_receipt_is_forgotten_when_its_reading_can_no_longer_be_sent() {
        var reading = Reading.at(now);
        store(reading);

        forgetAt(now.plus(Duration.ofDays(34)));
        assertThat(receiptsOf(reading)).isEqualTo(1);

        forgetAt(now.plus(Duration.ofDays(36)));
        assertThat(receiptsOf(reading)).isZero();
        assertThat(store(reading)).isEqualTo(new Stored(0, 1, 0));
    }

    @Test
    void tells_that_a_reading_was_stored_and_where() {
        var reading = Reading.at(now);
        store(reading);

        Persona.AUDITOR
                .request()
                .get(path(reading))
                .then()
                .statusCode(200)
                .body("readingId", equalTo(reading.id().toString()))
                .body("measuredAt", equalTo(now.toString()))
                .body("deviceId", equalTo("device-1"))
                .body("checkpointId", equalTo("shangli-exit-north"))
                .body("lane", equalTo("live"))
                .body("reuse", nullValue());
    }

    @Test
    void names_the_problem_when_the_id_was_reused() {
        var reading = Reading.at(now);
        store(reading);
        store(reading.measured(now.plusSeconds(1)));

        Persona.COUNTY_OFFICIAL
                .request()
                .get(path(reading))
                .then()
                .statusCode(200)
                .body("measuredAt", equalTo(now.toString()))
                .body("reuse.type", equalTo("urn:feverline:problem:reading-id-reused"))
                .body("reuse.count", equalTo(1));
    }

    @Test
    void is_shown_to_officials_of_its_area_alone() {
        var reading = Reading.at(now);
        store(reading);

        for (var reader :
                List.of(Persona.COUNTY_OFFICIAL, Persona.DUTY_OFFICER, Persona.COUNTY_ADMIN, Persona.AUDITOR)) {
            reader.request().get(path(reading)).then().statusCode(200);
        }
        Persona.TOWN_OFFICIAL.request().get(path(reading)).then().statusCode(404);
        Persona.GRID_WORKER.request().get(path(reading)).then().statusCode(403);
        Persona.AUDITOR.request().get(path(Reading.at(now))).then().statusCode(404);
    }

    private Stored store(Reading... readings) {
        return store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private void forgetAt(Instant time) {
        new Receipts(pool, Clock.fixed(time, ZoneOffset.UTC), config)
                .forgetSome()
                .await()
                .indefinitely();
    }

    private static String path(Reading reading) {
        return "/v1/readings/" + reading.id() + "/receipt";
    }

    private long passages(Reading reading) {
        return database.count("SELECT count(*) FROM passage WHERE reading_id = $1", reading.id());
    }

    private long receiptsOf(Reading reading) {
        return database.count("SELECT count(*) FROM receipt WHERE reading_id = $1", reading.id());
    }

    private int reused(Reading reading) {
        return database.row("SELECT reused FROM receipt WHERE reading_id = $1", reading.id())
                .getInteger(0);
    }

    private String receipt(Reading reading) {
        return database.row("SELECT r::text FROM receipt r WHERE reading_id = $1", reading.id())
                .getString(0);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
