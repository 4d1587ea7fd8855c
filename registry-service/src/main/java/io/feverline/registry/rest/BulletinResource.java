package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.bulletin.Bulletin;
import io.feverline.registry.bulletin.BulletinCursor;
import io.feverline.registry.bulletin.BulletinId;
import io.feverline.registry.bulletin.Bulletins;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Daily bulletins. */
@Path("/v1/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "bulletins", description = "通报 / Daily bulletins, with figures that stay as they were published")
public class BulletinResource {
    private final Bulletins bulletins;
    private final Caller caller;

    BulletinResource(Bulletins bulletins, Caller caller) {
        this.bulletins = bulletins;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listBulletins",
            summary =
                    "通报 / The last edition of each bulletin of the caller's area and what it is in, the newest day first")
    public Uni<Items<BulletinView>> list(
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var after = cursor == null ? BulletinCursor.START : BulletinCursor.parse(cursor);
        return bulletins
                .page(caller.scope(), after, limit)
                .map(page -> Items.of(page, BulletinView::of, BulletinCursor::text));
    }

    @GET
    @Path("/{area}/{day}")
    @Operation(operationId = "getBulletin", summary = "一日通报及其更正 / All editions of one bulletin, the first first")
    @APIResponse(
            responseCode = "200",
            description = "各版次，带 ETag / Its editions, with an ETag",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<Items<BulletinView>>> get(
            @PathParam("area") @Pattern(regexp = Shapes.AREA_CODE) String area, @RestPath String day) {
        return bulletins
                .editions(new BulletinId(area, Times.day(day)), caller.scope())
                .map(editions -> Versions.tagged(Items.of(editions, BulletinView::of), editions.size()));
    }

    @POST
    @Path("/{area}/{day}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(
            operationId = "publishBulletin",
            summary = "发布或更正通报 / Publish a day's figures as they are now, or correct what was published",
            description = "当日结束后方可发布；更正须以 If-Match 给出所见的版次，原版保留 / Once the day has ended. A correction is"
                    + " another edition; If-Match names the one that its publisher has seen.")
    @APIResponse(
            responseCode = "201",
            description = "已发布 / Published",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    @APIResponse(
            responseCode = "409",
            description = "当日尚未结束 / The day has not ended",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<BulletinView>> publish(
            @PathParam("area") @Pattern(regexp = Shapes.AREA_CODE) String area,
            @RestPath String day,
            @RestHeader(HttpHeaders.IF_MATCH)
                    @Parameter(description = "the bulletin's ETag; needed for a correction alone")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid NewBulletin bulletin) {
        var seen = ifMatch == null ? null : Versions.needed(ifMatch);
        return bulletins
                .publish(new BulletinId(area, Times.day(day)), bulletin.words(), seen, caller.actor())
                .map(BulletinResource::created);
    }

    private static RestResponse<BulletinView> created(Bulletin bulletin) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, BulletinView.of(bulletin))
                .header(HttpHeaders.ETAG, Versions.tag(bulletin.edition()))
                .build();
    }
}
