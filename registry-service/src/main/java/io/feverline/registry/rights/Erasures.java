package io.feverline.registry.rights;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.passage.PassageHistory.Of;
import io.feverline.registry.traveller.Merges;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;

/**
 * Forgets persons. The sealed identity and the token go at once, with the traveller; passages stay as what was
 * measured, of nobody: under one id they would be a trace still, and whoever remembers the id would know whose. What lies
 * outside of the actor's area is for others to erase, and the identity stays for as long as there is some of it: the answer
 * is the same, for it tells nobody who has passed elsewhere.
 */
@ApplicationScoped
public class Erasures {
    /** Waits for those who are storing a passage of the traveller; who comes after makes another. */
    private static final String LOCK =
            "SELECT id FROM traveller WHERE id IN (SELECT same_person($1)) ORDER BY id FOR UPDATE";

    private static final String HELD =
            "SELECT 1 FROM held_traveller WHERE traveller_id = ANY ($1) AND starts_with(area_code, $2) LIMIT 1";

    private static final String UNLINK = """
            UPDATE passage SET traveller_id = NULL, origin_area = NULL, destination_area = NULL, seat = NULL
            WHERE traveller_id = ANY ($1) AND starts_with(area_code, $2)
            """;

    static final String UNLINK_ARRIVALS = """
            UPDATE arrival SET traveller_id = NULL, destination_area = NULL
            WHERE traveller_id = ANY ($1) AND starts_with(area_code, $2)
            """;

    /** OFFSET 0 keeps the planner from reading all passages at once in place of an index for each. */
    private static final String DELETE = """
            DELETE FROM traveller t WHERE id = ANY ($1)
                AND NOT EXISTS (SELECT FROM passage p WHERE p.traveller_id = t.id OFFSET 0)
                AND NOT EXISTS (SELECT FROM held_traveller h WHERE h.traveller_id = t.id)
            """;

    private final Pool pool;
    private final PassageHistory history;
    private final AuditLog audit;

    Erasures(Pool pool, PassageHistory history, AuditLog audit) {
        this.pool = pool;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Forgets a person with all documents, also one who is forgotten already; fails with a {@link Rejection} if the
     * traveller is none that the actor may see, or is followed up in the actor's area, or was and that is still kept.
     */
    public Uni<Void> erase(Erasure erasure) {
        return pool.withTransaction(transaction -> erase(transaction, erasure))
                .onFailure(Erasures::isErased)
                .recoverWithNull();
    }

    private Uni<Void> erase(SqlConnection transaction, Erasure erasure) {
        return transaction
                .query(Merges.TAKE_TURN)
                .execute()
                .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(erasure.travellerId())))
                .map(Erasures::ids)
                .call(() -> history.requireVisible(
                        transaction,
                        Of.TRAVELLER,
                        erasure.travellerId(),
                        erasure.actor().scope()))
                .chain(documents -> erase(transaction, erasure, documents));
    }

    private Uni<Void> erase(SqlConnection transaction, Erasure erasure, UUID[] documents) {
        var inTheArea = Tuple.of(documents, erasure.actor().scope().prefix());
        return requireNotHeld(transaction, inTheArea)
                .chain(() -> transaction.preparedQuery(UNLINK_ARRIVALS).execute(inTheArea))
                .chain(() -> transaction.preparedQuery(UNLINK).execute(inTheArea))
                .map(SqlResult::rowCount)
                .call(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(documents)))
                .onItem()
                .transformToMulti(
                        passages -> Multi.createFrom().items(documents).map(id -> erasure.deed(id, passages)))
                .onItem()
                .transformToUniAndConcatenate(deed -> audit.append(transaction, deed))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static UUID[] ids(RowSet<Row> rows) {
        var ids = new ArrayList<UUID>(rows.size());
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids.toArray(UUID[]::new);
    }

    private static Uni<Void> requireNotHeld(SqlConnection transaction, Tuple inTheArea) {
        return transaction.preparedQuery(HELD).execute(inTheArea).map(rows -> {
            if (rows.size() > 0) {
                throw new Rejection(
                        Reason.TRAVELLER_HELD,
                        "该旅客的随访尚未了结，或保存期未满 / the traveller is followed up, or was and that is still kept");
            }
            return null;
        });
    }

    private static boolean isErased(Throwable failure) {
        return failure instanceof Rejection rejection && rejection.reason() == Reason.ERASED;
    }
}
