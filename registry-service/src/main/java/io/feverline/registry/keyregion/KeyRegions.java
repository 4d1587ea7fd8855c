package io.feverline.registry.keyregion;

import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.KeyRegionConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongPredicate;

/** The list of key regions, past ones included: a passage is judged by the list as of its time. */
@ApplicationScoped
public class KeyRegions implements PanacheRepositoryBase<KeyRegion, String> {
    private final KeyRegionEvents events;
    private final AuditLog audit;
    private final Clock clock;
    private final KeyRegionConfig config;

    KeyRegions(KeyRegionEvents events, AuditLog audit, Clock clock, KeyRegionConfig config) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Adds a region, which may have begun before now: passages of the last days are judged anew then. Fails with a
     * {@link Rejection} if the id is taken.
     */
    @WithTransaction
    public Uni<KeyRegion> list(KeyRegion region, Actor actor) {
        return findById(region.id())
                .onItem()
                .ifNotNull()
                .failWith(
                        () -> new Rejection(Reason.ALREADY_EXISTS, "此编号的重点地区已登记 / there is a key region with this id"))
                .chain(() -> persistAndFlush(region))
                .call(this::tell)
                .call(() -> rerun(KeyRegionRun.ofListing(region, actor.subject(), clock.instant(), config.rerunDays())))
                .call(() -> audit.append(new Deed(actor, Act.KEY_REGION_LIST, region.id())));
    }

    /**
     * Ends a region; fails with a {@link Rejection} if there is none, or if its end would lie in the past, where
     * passages have been judged by it, or not after its beginning, or it has changed since it was seen.
     */
    @WithTransaction
    public Uni<KeyRegion> end(String id, Instant end, LongPredicate isAsSeen, Actor actor) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(KeyRegions::notFound)
                .chain(region -> end(region, end, isAsSeen, actor))
                .call(() -> audit.append(new Deed(actor, Act.KEY_REGION_END, id).with("at " + end)));
    }

    private Uni<KeyRegion> end(KeyRegion region, Instant end, LongPredicate isAsSeen, Actor actor) {
        Instant now = clock.instant();
        if (!region.canEndAt(end, now)) {
            throw endNotPossible();
        }
        if (!isAsSeen.test(region.version())) {
            throw Rejection.changed(region.version());
        }
        Instant before = region.validTo();
        region.endAt(end);
        return persistAndFlush(region)
                .call(this::tell)
                .call(ended -> rerun(KeyRegionRun.ofEnd(ended, before, actor.subject(), now)));
    }

    /** The region with this id; fails with a {@link Rejection} if there is none. */
    @WithSession
    public Uni<KeyRegion> get(String id) {
        return findById(id).onItem().ifNull().failWith(KeyRegions::notFound);
    }

    /** Regions in order of id, after a given id. */
    @WithSession
    public Uni<Page<KeyRegion, String>> page(String after, int limit) {
        return find("id > ?1 order by id", after)
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, KeyRegion::id));
    }

    /** Those that have ended, or those that have not, in order of id, after a given id. */
    @WithSession
    public Uni<Page<KeyRegion, String>> page(boolean ended, String after, int limit) {
        String which = ended ? "validTo <= ?2" : "(validTo is null or validTo > ?2)";
        return find("id > ?1 and " + which + " order by id", after, clock.instant())
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, KeyRegion::id));
    }

    private Uni<Void> tell(KeyRegion region) {
        return Panache.getSession().chain(session -> session.persist(events.listed(region)));
    }

    private Uni<Void> rerun(KeyRegionRun run) {
        return Panache.getSession().chain(session -> session.persist(run));
    }

    static Rejection endNotPossible() {
        return new Rejection(
                Reason.TIME_NOT_POSSIBLE,
                "结束时间须在当前时间和开始时间之后，且该地区尚未结束 / it ends later than now and than it began, and once");
    }

    private static Rejection notFound() {
        return new Rejection(Reason.NOT_FOUND, "没有此重点地区 / there is no such key region");
    }
}
