package io.feverline.registry.followup;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Moves what is looked after under a code of an area to the code that the area has from then on. */
@ApplicationScoped
public class HandOver {
    private final Pool pool;
    private final AuditLog audit;
    private final Clock clock;

    HandOver(Pool pool, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Moves all open follow-ups of an area and what is below it, whoever has them: 360322101001 goes to 360313101001
     * when 360322 becomes 360313. Fails with a {@link Rejection} if the old code is not the actor's to give, or the new
     * one is unknown.
     *
     * @param from the old code
     * @param to the new one, of the same level
     * @return how many were moved
     */
    public Uni<Integer> run(String from, String to, Actor actor) {
        if (!actor.scope().includes(from)) {
            return Uni.createFrom()
                    .failure(
                            new Rejection(Reason.AREA_OUTSIDE, "该区划不在您的辖区内 / the area is not one that you look after"));
        }
        String moved = "%s to %s".formatted(from, to);
        return pool.withTransaction(transaction -> FollowUpRows.requireKnownArea(transaction, to)
                .chain(() -> transaction
                        .preparedQuery(FollowUpSql.HAND_OVER)
                        .execute(Tuple.tuple()
                                .addString(AreaScope.of(from).prefix())
                                .addString(AreaScope.of(to).prefix())
                                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                                .addString(StepKind.HANDED_OVER.name())
                                .addString(actor.subject())
                                .addString(moved)))
                .map(SqlResult::rowCount)
                .call(count -> audit.append(
                        transaction,
                        new Deed(actor, StepKind.HANDED_OVER.act(), from).with("%d, %s".formatted(count, moved)))));
    }
}
