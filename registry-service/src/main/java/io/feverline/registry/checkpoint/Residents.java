package io.feverline.registry.checkpoint;

import io.feverline.registry.outbox.OutboxEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What stands at checkpoints and is told of with the checkpoint's area. */
public interface Residents {
    /**
     * Notes that checkpoints are in another area now.
     *
     * @return what is to be told of what stands there
     */
    Uni<List<OutboxEntry>> moved(SqlConnection transaction, List<Checkpoint> checkpoints);
}
