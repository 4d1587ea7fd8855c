package io.feverline.registry.console;

import io.feverline.events.access.AreaScope;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Page;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.bulletin.Bulletin;
import io.feverline.registry.bulletin.BulletinCursor;
import io.feverline.registry.bulletin.BulletinId;
import io.feverline.registry.bulletin.Bulletins;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.NewBulletin;
import io.feverline.registry.rest.Shapes;
import io.feverline.registry.rest.Times;
import io.feverline.registry.rest.Versions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Daily bulletins: what was published, and what would be. */
@Path("/console/bulletins")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class BulletinPages {
    private static final int ROWS = 31;

    private final Bulletins bulletins;
    private final AreaTable areas;
    private final Forms forms;
    private final Caller caller;
    private final Viewer viewer;
    private final Clock clock;

    BulletinPages(Bulletins bulletins, AreaTable areas, Forms forms, Caller caller, Viewer viewer, Clock clock) {
        this.bulletins = bulletins;
        this.areas = areas;
        this.forms = forms;
        this.caller = caller;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                List<Bulletin> bulletins, AreaNames areas, @Nullable String next, BulletinId newest);

        static native TemplateInstance bulletin(BulletinPage page);

        static native TemplateInstance draft(BulletinPage page);
    }

    /** What was published, the newest day first. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@RestQuery @Nullable String cursor) {
        var after = cursor == null ? BulletinCursor.START : BulletinCursor.parse(cursor);
        return bulletins
                .page(caller.scope(), after, ROWS)
                .chain(page -> AreaNames.of(codes(page), areas)
                        .map(names -> viewer.reads(Templates.list(page.items(), names, next(page), newest()))));
    }

    private static Set<String> codes(Page<Bulletin, BulletinCursor> page) {
        var codes = new TreeSet<String>();
        page.items().forEach(bulletin -> codes.add(bulletin.id().area()));
        return codes;
    }

    private static @Nullable String next(Page<Bulletin, BulletinCursor> page) {
        BulletinCursor next = page.next();
        return next == null ? null : next.text();
    }

    /** The own area's, of the last day that has ended. */
    private BulletinId newest() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY);
        return new BulletinId(caller.scope().code(), today.minusDays(1));
    }

    /** One bulletin in an edition, the last unless another is asked for; to be printed. */
    @GET
    @Path("/{area}/{day}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> bulletin(
            @PathParam("area") @Pattern(regexp = Shapes.AREA_CODE) String area,
            @RestPath String day,
            @RestQuery @Nullable Integer edition) {
        AreaScope reader = caller.scope();
        return bulletins.editions(new BulletinId(area, Times.day(day)), reader).chain(editions -> {
            int shown = edition == null ? editions.size() : Math.max(1, Math.min(edition, editions.size()));
            Bulletin bulletin = editions.get(shown - 1);
            return names(BulletinPage.of(bulletin, editions.size(), reader))
                    .map(page -> viewer.reads(Templates.bulletin(page)));
        });
    }

    /** What would be published of a day now. */
    @GET
    @Path("/draft")
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(hidden = true)
    public Uni<TemplateInstance> draft(
            @QueryParam("area") @Pattern(regexp = Shapes.AREA_CODE) @Nullable String area,
            @RestQuery @Nullable String day) {
        BulletinId newest = newest();
        LocalDate asked = Forms.day(day);
        var id = new BulletinId(area == null ? newest.area() : area, asked == null ? newest.day() : asked);
        return bulletins
                .draft(id, caller.scope())
                .chain(figures -> bulletins
                        .countEditions(id, caller.scope())
                        .chain(editions -> names(BulletinPage.of(id, figures, editions))))
                .map(page -> viewer.reads(Templates.draft(page)));
    }

    private Uni<BulletinPage> names(BulletinPage page) {
        return AreaNames.of(page.codes(), areas).map(page::with);
    }

    /** Publishes it. */
    @POST
    @Path("/{area}/{day}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(hidden = true)
    public Uni<Response> publish(
            @PathParam("area") @Pattern(regexp = Shapes.AREA_CODE) String area,
            @RestPath String day,
            @RestForm @Nullable String words,
            @RestForm @Nullable String seen) {
        var id = new BulletinId(area, Times.day(day));
        var bulletin = forms.valid(new NewBulletin(Forms.text(words)));
        String edition = Forms.text(seen);
        return bulletins
                .publish(id, bulletin.words(), edition == null ? null : Versions.needed(edition), caller.actor())
                .map(published -> Response.seeOther(URI.create("/console/bulletins/" + id))
                        .build());
    }
}
