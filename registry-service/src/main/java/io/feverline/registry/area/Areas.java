package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The area tree, to look at. */
@ApplicationScoped
public class Areas implements PanacheRepositoryBase<AreaEntity, String> {
    /** The area with this code; fails with a {@link Rejection} if there is none. */
    @WithSession
    public Uni<ListedArea> get(String code) {
        return findById(code)
                .onItem()
                .ifNull()
                .failWith(() -> new Rejection(Reason.NOT_FOUND, "没有此代码的区划 / there is no area with this code"))
                .map(found -> new ListedArea(found.toArea(), found.version()));
    }

    /** The areas directly below one, or the provinces, in order of code. */
    @WithSession
    public Uni<List<Area>> below(@Nullable String parent) {
        var found = parent == null ? find("parent is null order by code") : find("parent = ?1 order by code", parent);
        return found.list().map(list -> list.stream().map(AreaEntity::toArea).toList());
    }
}
