package io.feverline.registry.traveller;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.passage.PassageHistory.Of;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that two travellers are one person, and that they are not. A traveller is a document; merged ones stay as they
 * are, each with its passages and its identity, and only a row says that they belong together: without it all is as it
 * was.
 */
@ApplicationScoped
public class Merges {
    /** One at a time, so that what is merged into is never merged itself meanwhile. */
    public static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('traveller merge'))";

    private static final String KNOWN = """
            SELECT coalesce((SELECT merged_into FROM traveller_merge WHERE traveller_id = $1), $1) AS person,
                (SELECT merged_into FROM traveller_merge WHERE traveller_id = $2) AS merged_into,
                EXISTS (SELECT FROM traveller_merge WHERE merged_into = $2) AS has_others
            """;
    private static final String MERGE = "INSERT INTO traveller_merge (traveller_id, merged_into) VALUES ($1, $2)";
    private static final String UNMERGE = """
            DELETE FROM traveller_merge
            WHERE traveller_id = $2
                AND merged_into = coalesce((SELECT merged_into FROM traveller_merge WHERE traveller_id = $1), $1)
            RETURNING merged_into
            """;

    private final Pool pool;
    private final PassageHistory history;
    private final Travellers travellers;
    private final AuditLog audit;

    Merges(Pool pool, PassageHistory history, Travellers travellers, AuditLog audit) {
        this.pool = pool;
        this.history = history;
        this.travellers = travellers;
        this.audit = audit;
    }

    /**
     * Merges another traveller into the person that a traveller is, and gives that person; a second time changes
     * nothing, and is on record as a look. Fails with a {@link Rejection} unless the official may see both, or if the
     * other is this person itself, is merged into somebody else, or has others merged into it.
     */
    public Uni<Traveller> merge(UUID travellerId, UUID other, Actor official, String reason) {
        return pool.withTransaction(transaction -> transaction
                .query(TAKE_TURN)
                .execute()
                .chain(() -> history.requireVisible(transaction, Of.TRAVELLER, travellerId, official.scope()))
                .chain(() -> history.requireVisible(transaction, Of.TRAVELLER, other, official.scope()))
                .chain(() -> transaction.preparedQuery(KNOWN).execute(Tuple.of(travellerId, other)))
                .map(rows -> rows.iterator().next())
                .chain(known -> {
                    UUID person = known.getUUID("person");
                    UUID into = known.getUUID("merged_into");
                    return person.equals(into)
                            ? travellers
                                    .get(transaction, person, official.scope())
                                    .call(() ->
                                            audit.append(transaction, new Deed(official, Act.TRAVELLER_SEARCH, person)))
                            : requireFree(person, other, into, known.getBoolean("has_others"))
                                    .chain(() ->
                                            transaction.preparedQuery(MERGE).execute(Tuple.of(other, person)))
                                    .chain(() -> travellers.get(transaction, person, official.scope()))
                                    .call(() -> audit.append(
                                            transaction,
                                            new Deed(official, Act.TRAVELLER_MERGE, person)
                                                    .purpose(reason)
                                                    .with("with " + other)));
                }));
    }

    private static Uni<Void> requireFree(UUID person, UUID other, @Nullable UUID into, boolean hasOthers) {
        String why = null;
        if (person.equals(other)) {
            why = "两者本是同一旅客 / both are the same traveller";
        } else if (into != null) {
            why = "另一旅客已合并到他人 / the other is merged into somebody else";
        } else if (hasOthers) {
            why = "另一旅客已含其他证件，请反向合并或先拆分 / the other has travellers merged into it: merge the other way round";
        }
        return why == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new Rejection(Reason.MERGE_NOT_POSSIBLE, why));
    }

    /**
     * Takes another traveller out of the person again; fails with a {@link Rejection} if the person is none that the
     * official may see, or if the other is not merged into it.
     */
    public Uni<Void> unmerge(UUID travellerId, UUID other, Actor official) {
        return pool.withTransaction(transaction -> transaction
                .query(TAKE_TURN)
                .execute()
                .chain(() -> history.requireVisible(transaction, Of.TRAVELLER, travellerId, official.scope()))
                .chain(() -> transaction.preparedQuery(UNMERGE).execute(Tuple.of(travellerId, other)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom()
                                .failure(new Rejection(
                                        Reason.NOT_FOUND, "两者没有合并 / the other is not merged with this traveller"))
                        : record(transaction, official, rows.iterator().next().getUUID("merged_into"), other)));
    }

    private Uni<Void> record(SqlConnection transaction, Actor official, UUID person, UUID other) {
        return audit.append(transaction, new Deed(official, Act.TRAVELLER_UNMERGE, person).with("from " + other));
    }
}
