package io.feverline.registry.followup;

import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.followup.rule.State;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What there is to do: each look at it is on record. */
@ApplicationScoped
public class Worklist {
    private final Pool pool;
    private final FollowUpRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Worklist(Pool pool, FollowUpRows rows, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Follow-ups, the one that has waited longest for an entry first. */
    public Uni<Page<FollowUp, WorklistCursor>> page(WorklistQuery query) {
        Instant now = clock.instant();
        State state = query.state();
        String sql = state == null || !state.isOver() ? FollowUpSql.ONGOING : FollowUpSql.OVER;
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(sql)
                .execute(parameters(query, now))
                .map(found -> {
                    var listed = new ArrayList<FollowUp>(found.size());
                    found.forEach(row -> listed.add(rows.followUp(row, now)));
                    return Page.of(listed, query.limit(), WorklistCursor::at);
                })
                .call(() -> audit.append(transaction, query.deed())));
    }

    /** Who has something to do in an area, and how much: so an official knows whom to give more. */
    public Uni<List<Workload>> workloads(Actor official) {
        return pool.preparedQuery(FollowUpSql.WORKLOADS)
                .execute(Tuple.of(official.scope().prefix()))
                .map(found -> {
                    var workloads = new ArrayList<Workload>(found.size());
                    found.forEach(
                            row -> workloads.add(new Workload(row.getString("assignee"), row.getLong("ongoing"))));
                    return workloads;
                });
    }

    private Tuple parameters(WorklistQuery query, Instant now) {
        State state = query.state();
        return rows.visible(query.staff(), now)
                .addString(state == null ? null : state.name())
                .addString(query.assignee())
                .addBoolean(query.overdue())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addBoolean(query.missed())
                .addBoolean(query.feverish())
                .addLong(query.after().waitingFor())
                .addUUID(query.after().id())
                .addInteger(query.limit() + 1);
    }

    /** All of a person in an official's area with all that is known of them, the oldest first; the caller puts it on record. */
    public Uni<List<FollowUpDetail>> ofPerson(SqlConnection transaction, UUID travellerId, Actor official) {
        return rows.ofPerson(transaction, travellerId, new Staff(official, true))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(followUp -> rows.detail(transaction, followUp))
                .collect()
                .asList();
    }

    /** One of them; fails with a {@link Rejection} if there is none that who asks may see. */
    public Uni<FollowUpDetail> get(UUID id, Staff staff) {
        return pool.withTransaction(transaction -> rows.one(transaction, id, staff)
                .chain(followUp -> rows.detail(transaction, followUp))
                .call(() -> audit.append(transaction, new Deed(staff.actor(), Act.FOLLOW_UP_READ, id))));
    }
}
