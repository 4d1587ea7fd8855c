package io.feverline.registry.checkpoint;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.area.Areas;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.bulk.BulkChanges;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongPredicate;

/** The checkpoints. */
@ApplicationScoped
public class Checkpoints implements PanacheRepositoryBase<Checkpoint, String> {
    private static final String HOLD = "SELECT id FROM checkpoint WHERE id = ?1 FOR KEY SHARE";

    private final Areas areas;
    private final CheckpointEvents events;
    private final AuditLog audit;
    private final CheckpointTable table;
    private final BulkChanges changes;

    Checkpoints(Areas areas, CheckpointEvents events, AuditLog audit, CheckpointTable table, BulkChanges changes) {
        this.areas = areas;
        this.events = events;
        this.audit = audit;
        this.table = table;
        this.changes = changes;
    }

    /** Adds a checkpoint; fails with a {@link Rejection} if its area is unknown or outside, or the id is taken. */
    @WithTransaction
    public Uni<Checkpoint> register(Checkpoint checkpoint, Actor actor) {
        if (!actor.scope().includes(checkpoint.areaCode())) {
            return Uni.createFrom().failure(outside());
        }
        return areas.findById(checkpoint.areaCode())
                .onItem()
                .ifNull()
                .failWith(Checkpoints::unknownArea)
                .chain(() -> findById(checkpoint.id()))
                .onItem()
                .ifNotNull()
                .failWith(() -> new Rejection(Reason.ALREADY_EXISTS, "此编号的检测点已登记 / there is a checkpoint with this id"))
                .chain(() -> persistAndFlush(checkpoint))
                .call(saved -> Panache.getSession().chain(session -> session.persist(events.registered(saved))))
                .call(saved -> audit.append(new Deed(actor, Act.CHECKPOINT_REGISTER, saved.id())));
    }

    /** The checkpoint with this id; fails with a {@link Rejection} if there is none that the caller may see. */
    @WithSession
    public Uni<Checkpoint> get(String id, AreaScope scope) {
        return findById(id)
                .map(found -> found != null && scope.includes(found.areaCode()) ? found : null)
                .onItem()
                .ifNull()
                .failWith(Checkpoints::notFound);
    }

    /**
     * What is read of a checkpoint after this stays so until the session's transaction ends: else a device that is
     * bound to it meanwhile would be told of with the area that it moves away from.
     */
    public Uni<Void> hold(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }

    /**
     * Changes a checkpoint, and tells of its devices too when it moves to another area; fails with a {@link Rejection}
     * if there is none that the caller may see, its new area is unknown or outside, or it has changed since it was
     * seen.
     */
    public Uni<Checkpoint> change(Checkpoint checkpoint, LongPredicate isAsSeen, Actor actor) {
        var deed = new Deed(actor, Act.CHECKPOINT_CHANGE, checkpoint.id()).with("in " + checkpoint.areaCode());
        return changes.change(table, checkpoint, stored -> checkpoint, isAsSeen, deed, Checkpoints::notFound);
    }

    /** Checkpoints in order of id, after a given id. */
    @WithSession
    public Uni<Page<Checkpoint, String>> list(AreaScope scope, String after, int limit) {
        return find("id > ?1 and areaCode like ?2 order by id", after, scope.prefix() + "%")
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, Checkpoint::id));
    }

    static Rejection outside() {
        return new Rejection(Reason.AREA_OUTSIDE, "该区划不在您的辖区内 / the area is not one that you look after");
    }

    static Rejection unknownArea() {
        return new Rejection(Reason.UNKNOWN_AREA, "没有此代码的区划 / there is no area with this code");
    }

    private static Rejection notFound() {
        return new Rejection(Reason.NOT_FOUND, "您的辖区内没有此检测点 / there is no such checkpoint in your area");
    }
}
