package io.feverline.registry.traveller;

import io.feverline.events.identity.IdentityOpener;
import io.feverline.events.identity.Seal;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/** Opens sealed identities, and leaves a record of each opening. */
@ApplicationScoped
public class Identities {
    private static final String SEALED =
            "SELECT sealed, sealed_data_key, sealed_reading_id FROM traveller WHERE id = $1 AND sealed IS NOT NULL";

    private final Pool pool;
    private final PassageHistory history;
    private final IdentityOpener opener;
    private final AuditLog audit;

    Identities(Pool pool, PassageHistory history, IdentityOpener opener, AuditLog audit) {
        this.pool = pool;
        this.history = history;
        this.opener = opener;
        this.audit = audit;
    }

    /**
     * The identity as JSON (name, documentNumber, phone); fails with a {@link Rejection} if the traveller is none that
     * the caller may see, or the identity is not there or cannot be opened.
     */
    public Uni<String> open(IdentityAccess access) {
        return pool.withTransaction(transaction -> history.requireVisible(
                        transaction,
                        PassageHistory.Of.TRAVELLER,
                        access.travellerId(),
                        access.actor().scope())
                .chain(() -> transaction.preparedQuery(SEALED).execute(Tuple.of(access.travellerId())))
                .map(rows -> first(rows.iterator()))
                .call(row -> audit.append(transaction, deed(access, row)))
                .map(this::open));
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
        return new Deed(access.actor(), Act.IDENTITY_OPEN, access.travellerId())
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
