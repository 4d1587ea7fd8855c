package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Journey;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.alert.postgres.ClusterWriter;
import io.feverline.alert.postgres.PolicyStore;
import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class ClusterTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");

    @Inject
    AlertWriter writer;

    @Inject
    ClusterWriter clusters;

    @Inject
    AlertReader reader;

    @Inject
    PolicyStore policies;

    @Inject
    Pool pool;

    private final String checkpoint = "cluster-" + UUID.randomUUID();
    private long before;

    /** Alerts of other tests are in their clusters before. */
    @BeforeEach
    void remember() {
        Awaitility.await().until(() -> await(clusters.grow()) == 0);
        before = await(reader.head());
    }

    @Test
    void three_at_a_checkpoint_within_half_an_hour_are_a_cluster() {
        store(at(0), at(29));
        assertThat(grown()).isEmpty();

        store(at(30));

        assertThat(grown()).hasSize(1);
        Cluster cluster = grown().get(0);
        assertThat(cluster.kind()).isEqualTo(Cluster.Kind.CHECKPOINT);
        assertThat(cluster.place()).isEqualTo(checkpoint);
        assertThat(cluster.alerts()).isEqualTo(3);
    }

    @Test
    void three_that_are_a_millisecond_further_apart_are_none() {
        store(at(0), at(15), after(Duration.ofMinutes(30).plusMillis(1)));

        assertThat(grown()).isEmpty();
    }

    @Test
    void what_is_enough_and_close_the_policy_in_force_says() {
        var pairs = new ClusterRules(
                new ClusterRule(2, Duration.ofMinutes(10)), ClusterRules.DEFAULT.trip(), ClusterRules.DEFAULT.origin());
        var policy = ScreeningPolicy.DEFAULT;
        var draft = new PolicyDraft(policy.recheckWindow(), policy.grades(), policy.rules(), pairs, policy.devices());
        String version = await(policies.adopt(draft, Instant.now(), "a drill", "admin"))
                .orElseThrow()
                .policy()
                .version();
        try {
            store(at(0), Changes.opening(checkpoint + "-b", "360322101", EIGHT));
            store(at(11));
            assertThat(grown()).isEmpty();

            store(at(21));

            assertThat(grown()).extracting(Cluster::alerts).containsExactly(2);
        } finally {
            await(pool.preparedQuery("DELETE FROM screening_policy WHERE version = $1")
                    .execute(Tuple.of(version)));
        }
    }

    @Test
    void it_grows_by_what_comes_within_half_an_hour_of_it_and_stays_one() {
        store(at(0), at(10), at(20));
        store(at(50));
        store(at(81));

        assertThat(grown()).extracting(Cluster::id).containsOnly(grown().get(0).id());
        assertThat(grown()).hasSize(2);
        assertThat(grown().get(1).alerts()).isEqualTo(4);
    }

    @Test
    void any_order_of_arrival_ends_the_same() {
        store(at(50));
        store(at(20));
        store(at(0));
        store(at(10));

        assertThat(grown()).extracting(Cluster::alerts).contains(4);
    }

    @Test
    void a_late_one_makes_one_cluster_of_two() {
        store(at(0), at(1), at(2));
        store(at(60), at(61), at(62));
        assertThat(grown()).hasSize(2);
        Cluster first = grown().get(0);
        Cluster second = grown().get(1);

        store(at(31));

        assertThat(await(reader.cluster(second.id(), COUNTY)).orElseThrow().mergedInto())
                .isEqualTo(first.id());
        assertThat(await(reader.cluster(first.id(), COUNTY)).orElseThrow().alerts())
                .isEqualTo(7);
    }

    @Test
    void redelivery_tells_nothing_new() {
        EpisodeTold[] three = {at(0), at(1), at(2)};
        store(three);
        int told = grown().size();

        store(three);

        assertThat(grown()).hasSize(told);
    }

    @Test
    void two_in_one_trip_are_a_cluster_though_they_left_at_different_exits_and_the_trip_is_not_named() {
        var trip = Journey.of("token-" + checkpoint, "G1234", null);
        store(
                Changes.on(trip, Changes.opening(checkpoint + "-a", "360322101", EIGHT)),
                Changes.on(trip, Changes.opening(checkpoint + "-b", "360322102", EIGHT.plusSeconds(3_600))));

        assertThat(grown()).hasSize(1);
        assertThat(grown().get(0).kind()).isEqualTo(Cluster.Kind.TRIP);
        assertThat(grown().get(0).place()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "2, 0"})
    void three_from_one_county_of_origin_within_a_day_are_a_cluster(int fevers, int clusters) {
        String origin = Integer.toString(100_000 + Math.abs(checkpoint.hashCode() % 900_000));
        for (int i = 0; i < fevers; i++) {
            store(Changes.on(
                    Journey.of(null, null, origin + "101"),
                    Changes.opening(checkpoint + "-" + i, "360322101", EIGHT.plus(Duration.ofHours(12L * i)))));
        }

        assertThat(grown()).hasSize(clusters);
    }

    @Test
    void an_official_sees_it_with_its_alerts_and_how_many_are_confirmed() {
        EpisodeTold confirmed = at(0);
        store(confirmed, at(1), at(2), Changes.next(confirmed, EpisodeState.CONFIRMED));
        UUID id = grown().get(0).id();

        given().auth()
                .oauth2(Tokens.of("health-official", "360322"))
                .get("/v1/clusters/{id}", id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("checkpoint"))
                .body("alerts", equalTo(3))
                .body("confirmed", equalTo(1))
                .body("mergedInto", nullValue())
                .body("members", hasSize(3));
        given().auth()
                .oauth2(Tokens.of("health-official", "360322"))
                .get("/v1/clusters")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.place", equalTo(checkpoint));
    }

    @Test
    void in_another_area_there_is_none() {
        store(at(0), at(1), at(2));

        given().auth()
                .oauth2(Tokens.of("health-official", "360321"))
                .get("/v1/clusters/{id}", grown().get(0).id())
                .then()
                .statusCode(404);
    }

    private EpisodeTold at(int minute) {
        return after(Duration.ofMinutes(minute));
    }

    private EpisodeTold after(Duration sinceEight) {
        return Changes.opening(checkpoint, "360322101", EIGHT.plus(sinceEight));
    }

    private void store(EpisodeTold... changes) {
        await(writer.store(List.of(changes)));
        await(clusters.grow());
    }

    /** What was told of clusters since, oldest first. */
    private List<Cluster> grown() {
        List<Cluster> grown = new ArrayList<>();
        for (AlertChange change : await(reader.changesAfter(before, 1_000))) {
            Cluster cluster = change.cluster();
            if (cluster != null) {
                grown.add(cluster);
            }
        }
        return grown;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
