package io.feverline.registry.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ErasuresTest {
    @Inject
    Pool pool;

    /** A test's table is so small that reading all of it is cheaper; that is ruled out. */
    @Test
    void a_persons_arrivals_are_found_without_reading_those_of_others() {
        var plan = new StringBuilder();
        pool.withTransaction(transaction -> transaction
                        .query("SET LOCAL enable_seqscan = off")
                        .execute()
                        .chain(() -> transaction
                                .preparedQuery("EXPLAIN " + Erasures.UNLINK_ARRIVALS)
                                .execute(Tuple.of(new UUID[] {UUID.randomUUID()}, "360322"))))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> plan.append(row.getString(0)));

        assertThat(plan.toString()).contains("arrival_of_traveller");
    }
}
