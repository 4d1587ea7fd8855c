package io.feverline.registry.audit;

import io.feverline.registry.config.AuditConfig;
import io.feverline.registry.events.audit.HeadSigner;
import io.feverline.registry.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/** Has the end of the log signed and published, once in an hour in which something was added to it. */
@ApplicationScoped
public class HeadKeeper {
    private static final Logger LOG = Logger.getLogger(HeadKeeper.class);

    private static final String BECOME_SIGNER = "SELECT pg_try_advisory_xact_lock(hashtext('audit head')) AS signer";

    private static final String UNSIGNED = """
            SELECT seq, hash FROM audit_row
            WHERE seq > (SELECT coalesce(max(seq), 0) FROM audit_head)
                AND NOT EXISTS (SELECT FROM audit_head WHERE signed_at > $1)
            ORDER BY seq DESC LIMIT 1
            """;
    private static final String SIGNED = "INSERT INTO audit_head (seq, signed_at) VALUES ($1, $2)";

    private final Pool pool;
    private final Outbox outbox;
    private final HeadEvents events;
    private final HeadSigner signer;
    private final AuditConfig config;
    private final Clock clock;

    HeadKeeper(Pool pool, Outbox outbox, HeadEvents events, HeadSigner signer, AuditConfig config, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${feverline.audit.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sign().onFailure()
                .invoke(e -> LOG.warnf("the audit log's head is not signed: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Signs and publishes the end of the log if it is time and nobody else is at it. */
    public Uni<Void> sign() {
        return pool.withTransaction(transaction -> transaction
                .query(BECOME_SIGNER)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("signer"))
                .chain(mine -> mine ? signIfDue(transaction) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> signIfDue(SqlConnection transaction) {
        return transaction
                .preparedQuery(UNSIGNED)
                .execute(Tuple.of(clock.instant().minus(config.signEvery()).atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    var unsigned = rows.iterator();
                    return unsigned.hasNext()
                            ? sign(transaction, unsigned.next())
                            : Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> sign(SqlConnection transaction, Row end) {
        String hash = HexFormat.of().formatHex(end.getBuffer("hash").getBytes());
        var head = signer.sign(end.getLong("seq"), hash, clock.instant());
        return transaction
                .preparedQuery(SIGNED)
                .execute(Tuple.of(head.seq(), head.signedAt().atOffset(ZoneOffset.UTC)))
                .chain(() -> outbox.add(transaction, List.of(events.signed(head))));
    }
}
