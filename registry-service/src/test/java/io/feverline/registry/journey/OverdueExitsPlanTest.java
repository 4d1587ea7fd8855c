package io.feverline.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Database;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OverdueExitsPlanTest {
    /** Looks for one who left, and how often that was done. */
    private static final Pattern LOOKS = Pattern.compile("SubPlan 1\\n[^\\n]*loops=(\\d+)");

    private static final Instant THEN = Instant.parse("1981-01-01T00:00:00Z");
    private static final String COUNTY = "361130";

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Test
    void no_more_are_looked_for_than_a_page_has_room_for() {
        String gate = "in-" + UUID.randomUUID();
        database.run("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL) ON CONFLICT DO NOTHING");
        database.run(
                "INSERT INTO checkpoint (id, name, kind, area_code, direction)"
                        + " VALUES ($1, '检查站', 'HIGHWAY_EXIT', '360000', 'ENTRY')",
                gate);
        List<Passage> entries = IntStream.range(0, 20)
                .mapToObj(second -> Reading.at(THEN.plusSeconds(second))
                        .in(COUNTY)
                        .through(gate)
                        .by(UUID.randomUUID().toString())
                        .passage())
                .toList();
        store.store(entries).await().atMost(Duration.ofSeconds(10));

        var looks = LOOKS.matcher(planOfPage(3));

        assertThat(looks.find()).isTrue();
        assertThat(looks.group(1)).isEqualTo("3");
    }

    private String planOfPage(int rows) {
        var plan = new StringBuilder();
        pool.preparedQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + OverdueExits.OF_VEHICLES)
                .execute(Tuple.tuple()
                        .addString(COUNTY)
                        .addOffsetDateTime(THEN.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(THEN.plusSeconds(60).atOffset(ZoneOffset.UTC))
                        .addUUID(new UUID(0, 0))
                        .addBoolean(true)
                        .addInteger(rows))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        return plan.toString();
    }
}
