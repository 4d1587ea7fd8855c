package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.area.AreaCsv;
import io.feverline.registry.area.AreaImport;
import io.feverline.registry.area.Areas;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The area tree. It is published knowledge, so everybody with a role sees all of it. */
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "areas")
public class AreaResource {
    private final Areas areas;
    private final AreaImport areaImport;

    AreaResource(Areas areas, AreaImport areaImport) {
        this.areas = areas;
        this.areaImport = areaImport;
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "importAreas",
            summary = "导入区划 / Bring the tree up to a published state: CSV with the header code,level,name,parent")
    public Uni<ImportView> importAreas(String csv) {
        var read = AreaCsv.read(csv);
        return areaImport.run(read).map(changed -> new ImportView(read.size(), changed));
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "下级区划 / The areas directly below one; without parent, the provinces")
    public Uni<Items<AreaView>> list(@RestQuery @Nullable String parent) {
        return areas.below(parent).map(list -> Items.of(list, AreaView::of));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getArea", summary = "一个区划 / One area")
    public Uni<AreaView> get(@RestPath String code) {
        return areas.get(code).map(AreaView::of);
    }
}
