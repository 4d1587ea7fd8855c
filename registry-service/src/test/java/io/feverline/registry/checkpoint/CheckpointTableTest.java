package io.feverline.registry.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class CheckpointTableTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Actor ADMIN = new Actor("admin", AreaScope.of("360322"));
    private static final String INSERT =
            "INSERT INTO checkpoint (id, name, kind, area_code) VALUES ($1, '先到', 'BUS', '360322')";

    @Inject
    CheckpointTable table;

    @Inject
    Pool pool;

    @Inject
    Database database;

    private final String id = "gate-" + UUID.randomUUID();

    @BeforeEach
    void the_county_is_there() {
        database.run("INSERT INTO area (code, level, name) VALUES ('360322', 'COUNTY', '上栗县') ON CONFLICT DO NOTHING");
    }

    @Test
    void what_somebody_adds_in_between_is_not_overwritten() {
        List<Checkpoint> rows = List.of(new Checkpoint(id, "后到", CheckpointKind.VENUE, "360322", Direction.BOTH, null));

        var writing = pool.withTransaction(transaction -> table.look(transaction, rows, ADMIN)
                .call(() -> pool.preparedQuery(INSERT).execute(Tuple.of(id)))
                .chain(stock -> stock.write(transaction, rows)));

        assertThatThrownBy(() -> writing.await().atMost(SOON))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.CHANGED));
        assertThat(name()).isEqualTo("先到");
    }

    @Test
    void what_is_not_of_the_version_before_is_not_overwritten() {
        database.run(INSERT, id);
        List<Checkpoint> rows =
                List.of(new Checkpoint(id, "x", CheckpointKind.VENUE, "360322", Direction.BOTH, null).as(7));

        var writing = pool.withTransaction(
                transaction -> table.look(transaction, rows, ADMIN).chain(stock -> stock.write(transaction, rows)));

        assertThatThrownBy(() -> writing.await().atMost(SOON)).isInstanceOf(Rejection.class);
        assertThat(name()).isEqualTo("先到");
    }

    private String name() {
        return database.row("SELECT name FROM checkpoint WHERE id = $1", id).getString(0);
    }
}
