package io.feverline.registry.traveller;

import io.feverline.events.identity.IdentityOpener;
import io.feverline.events.identity.Seal;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.IdentityConfig;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.traveller.IdentityAccess.How;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/** Opens sealed identities, and leaves a record of each opening. */
@ApplicationScoped
public class Identities {
    private static final String SEALED =
            "SELECT sealed, sealed_data_key, sealed_reading_id FROM traveller WHERE id = $1 AND sealed IS NOT NULL";

    /** What a transaction has put on record itself it sees too; whoever else does waits for it. */
    private static final String OPENED = """
            SELECT count(DISTINCT subject) AS opened FROM audit_row
            WHERE actor = $1 AND act IN ('identity.open', 'identity.open-full')
                AND recorded_at > now() - interval '1 day'
            """;

    private final Pool pool;
    private final PassageHistory history;
    private final IdentityOpener opener;
    private final AuditLog audit;
    private final IdentityConfig config;
    private final Counter brokenGlass;

    Identities(
            Pool pool,
            PassageHistory history,
            IdentityOpener opener,
            AuditLog audit,
            IdentityConfig config,
            MeterRegistry metrics) {
        this.pool = pool;
        this.history = history;
        this.opener = opener;
        this.audit = audit;
        this.config = config;
        this.brokenGlass = Counter.builder("feverline.identities.break.glass")
                .description("Identities that were opened in an emergency; each is to be looked into")
                .register(metrics);
    }

    /**
     * The whole identity as JSON (name, documentNumber, phone), however it was asked for; fails with a {@link
     * Rejection} if the traveller is none that the actor may see, if the identity is not there or cannot be opened, or
     * if the actor has opened as many as one may.
     */
    public Uni<String> open(IdentityAccess access) {
        return pool.withTransaction(transaction -> open(transaction, access));
    }

    /** The same in the caller's transaction, at its end. */
    public Uni<String> open(SqlConnection transaction, IdentityAccess access) {
        return history.requireVisible(
                        transaction,
                        PassageHistory.Of.TRAVELLER,
                        access.travellerId(),
                        access.actor().scope())
                .chain(() -> transaction.preparedQuery(SEALED).execute(Tuple.of(access.travellerId())))
                .map(rows -> first(rows.iterator()))
                .map(row -> new Opened(row, open(row)))
                .call(opened -> audit.append(transaction, deed(access, opened.row())))
                .call(() -> access.how() == How.BREAK_GLASS ? uncounted() : requireFew(transaction, access.actor()))
                .map(Opened::identity);
    }

    private record Opened(Row row, String identity) {
        /** Nothing of it: it must not come into a log. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    private Uni<Void> uncounted() {
        return Uni.createFrom().voidItem().invoke(() -> brokenGlass.increment());
    }

    private Uni<Void> requireFew(SqlConnection transaction, Actor actor) {
        return transaction
                .preparedQuery(OPENED)
                .execute(Tuple.of(actor.subject()))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("opened") > config.openedADay()) {
                        throw new Rejection(
                                Reason.TOO_MANY_IDENTITIES,
                                "24 小时内打开的身份信息已达上限 %d 人 / you have opened the identities of %d travellers within 24 hours"
                                        .formatted(config.openedADay(), config.openedADay()));
                    }
                })
                .replaceWithVoid();
    }

    private String open(Row row) {
        try {
            return opener.open(
                    row.getBuffer("sealed").getBytes(),
                    row.getBuffer("sealed_data_key").getBytes(),
                    row.getUUID("sealed_reading_id"),
                    Seal.TRAVELLER);
        } catch (GeneralSecurityException e) {
            throw new Rejection(
                    Reason.IDENTITY_UNAVAILABLE,
                    "封存的身份信息不能用本服务的密钥打开 / the identity is not sealed for this service's key");
        }
    }

    private static Deed deed(IdentityAccess access, Row row) {
        return new Deed(access.actor(), access.how().act(), access.travellerId())
                .purpose(access.purpose())
                .with("sealed with reading " + row.getUUID("sealed_reading_id"));
    }

    private static Row first(RowIterator<Row> rows) {
        if (!rows.hasNext()) {
            throw new Rejection(Reason.IDENTITY_UNAVAILABLE, "没有保存该旅客的身份信息 / no identity is kept of this traveller");
        }
        return rows.next();
    }
}
