package io.feverline.registry.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.RegistryResource;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.events.csv.Sheet;
import io.feverline.registry.events.csv.Sheet.Entry;
import io.feverline.registry.events.csv.Versioned;
import io.feverline.registry.outbox.OutboxEntry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class BulkChangesTest {
    @Inject
    BulkChanges changes;

    private final Map<String, Boolean> onEventLoop = new ConcurrentHashMap<>();

    @Test
    void what_many_rows_take_keeps_nobody_waiting_who_waits_for_the_database() {
        var sheet = new Sheet<>(List.of(new Entry<>(2, new Thing("a"), null)), List.of());

        changes.run(this::look, sheet, false, Actor.SERVICE, Act.AREA_PERIODS_IMPORT)
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(onEventLoop).isEqualTo(Map.of("compared", false, "written", false, "told", false));
    }

    private void note(String what) {
        onEventLoop.merge(what, Context.isOnEventLoopThread(), Boolean::logicalOr);
    }

    private Uni<Stock<Thing>> look(SqlConnection transaction, List<Thing> rows, Actor actor) {
        return transaction.query("SELECT 1").execute().replaceWith(new Things());
    }

    private record Thing(String id) implements Versioned<Thing> {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public boolean says(Thing other) {
            return equals(other);
        }

        @Override
        public Thing after(Thing before) {
            return this;
        }
    }

    /** Nothing is there yet, and nothing is told. */
    private final class Things implements Stock<Thing> {
        @Override
        public @Nullable Thing stored(Thing row) {
            note("compared");
            return null;
        }

        @Override
        public @Nullable Refusal refusal(Thing row) {
            return null;
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<Thing> rows) {
            note("written");
            return transaction.query("SELECT 1").execute().replaceWith(new Nothing());
        }
    }

    private final class Nothing extends AbstractList<OutboxEntry> {
        @Override
        public OutboxEntry get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            note("told");
            return 0;
        }
    }
}
