package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The history of codes, to look at. */
@ApplicationScoped
public class AreaPeriods implements PanacheRepositoryBase<AreaPeriodEntity, AreaPeriodEntity.Key> {
    /** What a code has stood for, oldest first; fails with a {@link Rejection} if the history does not have it. */
    @WithSession
    public Uni<List<AreaPeriod>> of(String code) {
        return find("code = ?1 order by firstYear", code)
                .list()
                .map(found -> found.stream().map(AreaPeriodEntity::toPeriod).toList())
                .onItem()
                .invoke(AreaPeriods::requireAny);
    }

    private static void requireAny(List<AreaPeriod> found) {
        if (found.isEmpty()) {
            throw new Rejection(Reason.NOT_FOUND, "沿革中没有此代码 / the history has no such code");
        }
    }
}
