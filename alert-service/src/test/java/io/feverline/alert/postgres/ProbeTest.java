package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.config.EscalationConfig;
import io.feverline.alert.config.ProbeConfig;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class ProbeTest {
    /** No other test has anything there. */
    private static final String AREA = "360329101";

    private static final Duration A_LITTLE = Duration.ofSeconds(30);

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Inject
    ActionWriter actions;

    @Inject
    ProbeStore probes;

    @Inject
    ProbeConfig config;

    @Inject
    EscalationConfig escalation;

    @Inject
    Pool pool;

    private final String checkpoint = "probe-" + UUID.randomUUID();
    private long before;
    private Instant arrived = Instant.EPOCH;

    @BeforeEach
    void somebodyHasAlwaysLooked() {
        arrived = Instant.now();
        await(pool.query("UPDATE probe_watch SET looked_at = 'infinity', quiet_until = '-infinity'")
                .execute());
        before = await(reader.head());
    }

    @Test
    void one_that_arrives_is_told_and_is_no_alert() {
        EpisodeTold told = arrive(EIGHT);

        assertThat(told()).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(Cause.PROBE);
            assertThat(change.areaCode()).isEqualTo(AREA);
            assertThat(change.probe()).extracting(Probe::measuredAt).isEqualTo(EIGHT);
        });
        assertThat(await(reader.find(told.alertId(), AreaScope.of(AREA)))).isEmpty();
        as("duty-officer", AREA)
                .queryParam("checkpoint", checkpoint)
                .get("/v1/alerts")
                .then()
                .body("items", empty());
    }

    @Test
    void one_that_arrives_again_is_not_told_again() {
        EpisodeTold told = arrive(EIGHT);
        await(writer.store(List.of(told)));

        assertThat(told()).hasSize(1);
    }

    @Test
    void nobody_is_asked_to_acknowledge_one() {
        EpisodeTold told = arrive(EIGHT);

        await(actions.escalate(arrived.plus(Duration.ofDays(1)), escalation.countyAfter()));

        assertThat(await(reader.escalations(told.alertId()))).isEmpty();
    }

    @Test
    void a_fever_beside_one_is_an_alert() {
        EpisodeTold fever = Changes.opening(checkpoint, AREA, EIGHT);

        assertThat(await(writer.store(List.of(Changes.synthetic(Changes.opening(checkpoint, AREA, EIGHT)), fever))))
                .containsExactly(fever);
        assertThat(await(reader.find(fever.alertId(), AreaScope.of(AREA)))).isPresent();
    }

    @Test
    void when_none_arrives_it_is_an_alarm_once_and_over_when_one_does() {
        arrive(EIGHT);
        Instant limit = arrived.plus(Duration.ofMinutes(25));

        await(probes.miss(limit.minus(A_LITTLE)));
        assertThat(way().missingSince()).isNull();
        await(probes.miss(limit.plus(A_LITTLE)));
        await(probes.miss(limit.plus(A_LITTLE).plus(A_LITTLE)));
        assertThat(way().missingSince()).isNotNull();

        arrive(EIGHT.plusSeconds(600));
        assertThat(way().missingSince()).isNull();
        assertThat(told()).extracting(change -> missing(change)).containsExactly(false, true, false);
    }

    @Test
    void the_one_that_ends_an_alarm_says_since_when_they_were_missing() {
        arrive(EIGHT);
        await(probes.miss(arrived.plus(Duration.ofMinutes(26))));
        Instant since = way().missingSince();

        arrive(EIGHT.plusSeconds(600));
        arrive(EIGHT.plusSeconds(1_200));

        assertThat(told())
                .extracting(AlertChange::probe)
                .extracting(Probe::wasMissingSince)
                .containsExactly(null, null, since, null);
    }

    @Test
    void a_checkpoint_that_sends_one_more_often_is_missed_sooner_but_not_at_once() {
        for (int minute = 0; minute < 5; minute++) {
            arrive(EIGHT.plusSeconds(60L * minute));
        }
        await(probes.sweep(arrived));

        await(probes.miss(arrived.plus(config.atLeast()).minus(A_LITTLE)));
        assertThat(way().missingSince()).isNull();
        await(probes.miss(arrived.plus(config.atLeast()).plus(A_LITTLE)));
        assertThat(way().missingSince()).isNotNull();
    }

    @Test
    void an_outage_does_not_make_it_patient() {
        for (int minutes : new int[] {0, 4, 8, 300, 304, 308}) {
            arrive(EIGHT.plus(Duration.ofMinutes(minutes)));
        }
        await(probes.sweep(arrived));

        await(probes.miss(arrived.plus(Duration.ofMinutes(10)).minus(A_LITTLE)));
        assertThat(way().missingSince()).isNull();
        await(probes.miss(arrived.plus(Duration.ofMinutes(10)).plus(A_LITTLE)));
        assertThat(way().missingSince()).isNotNull();
    }

    @Test
    void who_was_away_himself_first_waits_for_what_has_come_in_meanwhile() {
        arrive(EIGHT);
        Instant back = arrived.plus(Duration.ofHours(3));
        await(pool.query("UPDATE probe_watch SET looked_at = now()").execute());

        await(probes.miss(back));
        await(probes.miss(back.plus(A_LITTLE)));
        assertThat(way().missingSince()).isNull();

        await(pool.preparedQuery("UPDATE probe_watch SET looked_at = $1")
                .execute(Tuple.of(back.plus(config.grace()).atOffset(ZoneOffset.UTC))));
        await(probes.miss(back.plus(config.grace())));
        assertThat(way().missingSince()).isNotNull();
    }

    @Test
    void the_newest_few_are_kept() {
        for (int number = 0; number < config.kept() + 3; number++) {
            arrive(EIGHT.plusSeconds(number));
        }

        await(probes.sweep(arrived));

        assertThat(await(pool.preparedQuery("SELECT count(*) AS n FROM probe WHERE checkpoint_id = $1")
                                .execute(Tuple.of(checkpoint)))
                        .iterator()
                        .next()
                        .getLong("n"))
                .isEqualTo(config.kept());
    }

    @Test
    void of_a_checkpoint_that_sends_none_any_more_none_is_expected() {
        arrive(EIGHT);

        as("admin", "360321")
                .delete("/v1/probes/{checkpoint}", checkpoint)
                .then()
                .statusCode(404);
        as("admin", "36").delete("/v1/probes/{checkpoint}", checkpoint).then().statusCode(204);

        as("duty-officer", AREA).get("/v1/probes").then().body("items.checkpointId", not(hasItem(checkpoint)));
    }

    @Test
    void the_ways_of_an_area_are_seen_from_there() {
        Instant measuredAt = Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        arrive(measuredAt);

        as("duty-officer", AREA)
                .queryParam("limit", 500)
                .get("/v1/probes")
                .then()
                .rootPath("items.find { it.checkpointId == '" + checkpoint + "' }")
                .body("missing", equalTo(false))
                .body("measuredAt", equalTo(measuredAt.toString()))
                .body("tookFromDoorMs", equalTo((int) (way().took().toMillis() - 300)));
        as("duty-officer", "360321")
                .queryParam("limit", 500)
                .get("/v1/probes")
                .then()
                .body("items.checkpointId", not(hasItem(checkpoint)));
    }

    private static boolean missing(AlertChange change) {
        Probe probe = change.probe();
        return probe != null && probe.missingSince() != null;
    }

    private EpisodeTold arrive(Instant measuredAt) {
        EpisodeTold told = Changes.synthetic(Changes.opening(checkpoint, AREA, measuredAt));
        await(writer.store(List.of(told)));
        return told;
    }

    private Probe way() {
        return await(probes.ways(AreaScope.of(AREA), 500)).stream()
                .filter(way -> way.checkpointId().equals(checkpoint))
                .findFirst()
                .orElseThrow();
    }

    private List<AlertChange> told() {
        return await(reader.changesAfter(before, 1_000)).stream()
                .filter(change ->
                        change.probe() != null && change.probe().checkpointId().equals(checkpoint))
                .toList();
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
