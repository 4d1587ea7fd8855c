package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.checkpoint.CheckpointTable;
import io.feverline.registry.keyregion.ArrivalCursor;
import io.feverline.registry.keyregion.ArrivalQuery;
import io.feverline.registry.keyregion.Arrivals;
import io.feverline.registry.keyregion.KeyRegionTable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who came from key regions. */
@Path("/console/arrivals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.HEALTH_OFFICIAL)
public class ArrivalPages {
    private static final int ROWS = 50;
    private static final int MOST_REGIONS = 500;

    private final Arrivals arrivals;
    private final KeyRegionTable regions;
    private final AreaTable areas;
    private final CheckpointTable checkpoints;
    private final Histories histories;
    private final Caller caller;
    private final Viewer viewer;

    ArrivalPages(
            Arrivals arrivals,
            KeyRegionTable regions,
            AreaTable areas,
            CheckpointTable checkpoints,
            Histories histories,
            Caller caller,
            Viewer viewer) {
        this.arrivals = arrivals;
        this.regions = regions;
        this.areas = areas;
        this.checkpoints = checkpoints;
        this.histories = histories;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(ArrivalList page);
    }

    /** Of some days, newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String until,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String cursor) {
        var period = histories.period(from, until, cursor);
        String place = period.cursor();
        String wanted = Forms.text(region);
        var query = new ArrivalQuery(
                caller.actor(),
                Histories.begin(period.from()),
                Histories.begin(period.until().plusDays(1)),
                wanted,
                place == null ? null : ArrivalCursor.parse(place),
                ROWS);
        return arrivals.page(query)
                .chain(page -> Uni.combine()
                        .all()
                        .unis(
                                regions.page("", MOST_REGIONS),
                                areas.names(ArrivalList.codes(page.items())),
                                checkpoints.names(ArrivalList.checkpoints(page.items())))
                        .with((list, areaNames, names) ->
                                new ArrivalList(period, wanted, list, page, areaNames, names)))
                .map(page -> viewer.reads(Templates.list(page)));
    }
}
