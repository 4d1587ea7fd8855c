package io.feverline.registry.traveller;

import io.feverline.events.identity.IdentityOpener;
import io.feverline.events.identity.Seal;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;

/** Opens sealed identities, and leaves a record of each opening. */
@ApplicationScoped
public class Identities {
    private static final String SEALED =
            "SELECT sealed, sealed_data_key, sealed_reading_id FROM traveller WHERE id = $1 AND sealed IS NOT NULL";
    private static final String RECORD = """
            INSERT INTO identity_access (accessed_at, subject, area, purpose, traveller_id, reading_id)
            VALUES ($1, $2, $3, $4, $5, $6)
            """;

    private final Pool pool;
    private final PassageHistory history;
    private final IdentityOpener opener;
    private final Clock clock;

    Identities(Pool pool, PassageHistory history, IdentityOpener opener, Clock clock) {
        this.pool = pool;
        this.history = history;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * The identity as JSON (name, documentNumber, phone); fails with a {@link Rejection} if the traveller is none that
     * the caller may see, or the identity is not there or cannot be opened.
     */
    public Uni<String> open(IdentityAccess access) {
        return history.requireVisible(PassageHistory.Of.TRAVELLER, access.travellerId(), access.scope())
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(SEALED)
                        .execute(Tuple.of(access.travellerId()))
                        .map(rows -> first(rows.iterator()))
                        .call(row -> transaction.preparedQuery(RECORD).execute(entry(access, row)))
                        .map(this::open)));
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

    private Tuple entry(IdentityAccess access, Row row) {
        return Tuple.tuple()
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addString(access.subject())
                .addString(access.scope().prefix())
                .addString(access.purpose())
                .addUUID(access.travellerId())
                .addUUID(row.getUUID("sealed_reading_id"));
    }

    private static Row first(RowIterator<Row> rows) {
        if (!rows.hasNext()) {
            throw new Rejection(Reason.IDENTITY_UNAVAILABLE, "没有保存该旅客的身份信息 / no identity is kept of this traveller");
        }
        return rows.next();
    }
}
