package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.report.PeriodQuery;
import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.ReportId;
import io.feverline.registry.report.Reports;
import io.feverline.registry.report.rule.ReportState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The daily reports of the caller's area. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "零报告 / Daily reports, also when there is nothing")
public class ReportResource {
    private final Reports reports;
    private final Caller caller;
    private final Clock clock;

    ReportResource(Reports reports, Caller caller, Clock clock) {
        this.reports = reports;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listReports",
            summary = "某日的报告 / The reports that are expected of a day, and how they stand")
    public Uni<Items<ReportView>> page(
            @BeanParam @Valid DayParameters parameters,
            @QueryParam("state")
                    @Parameter(description = "only those in this state")
                    @Pattern(regexp = "expected|zero|submitted|late|missing|corrected")
                    @Nullable
                    String state) {
        return reports.page(
                        parameters.query(caller.actor()), state == null ? null : Names.parse(ReportState.class, state))
                .map(page -> Items.of(page, report -> ReportView.of(report, now()), IdCursor::text));
    }

    @GET
    @Path("/missing")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listMissingReports",
            summary = "缺报与迟报 / The reports of a day that are missing, and those that were signed late")
    public Uni<Items<ReportView>> missing(@BeanParam @Valid DayParameters parameters) {
        return reports.notInTime(parameters.query(caller.actor()))
                .map(page -> Items.of(page, report -> ReportView.of(report, now()), IdCursor::text));
    }

    @GET
    @Path("/discrepancies")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR})
    @Operation(
            operationId = "listDiscrepancies",
            summary = "报告与设备计数不符 / The signed reports of a day with figures that are not what devices counted",
            description = "通行记录已过保存期的日子不再核对 / None of a day whose passages are no longer kept.")
    public Uni<Items<ContradictedView>> discrepancies(@BeanParam @Valid DayParameters parameters) {
        return reports.discrepancies(parameters.query(caller.actor()))
                .map(page -> Items.of(page, each -> ContradictedView.of(each, now()), IdCursor::text));
    }

    @GET
    @Path("/completeness")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getCompleteness",
            summary = "完整率与及时率 / How completely and how timely areas report, in a period of at most 92 days")
    public Uni<Items<CompletenessView>> completeness(
            @QueryParam("from") @NotNull @Parameter(description = "the first day", required = true) String from,
            @QueryParam("to") @NotNull @Parameter(description = "the last day", required = true) String to,
            @QueryParam("by") @DefaultValue("town") @Pattern(regexp = "county|town") String by) {
        var query = new PeriodQuery(caller.actor(), Times.day(from), Times.day(to), by.equals("county") ? 6 : 9);
        return reports.completeness(query).map(areas -> Items.of(areas, CompletenessView::of));
    }

    @GET
    @Path("/{checkpoint}/{day}/{shift}")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getReport",
            summary = "一份报告 / One report: what devices have counted, what was signed, and its corrections")
    @APIResponse(
            responseCode = "200",
            description = "报告；签报后带 ETag / The report; with an ETag once it is signed",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ReportFileView.class)))
    public Uni<RestResponse<ReportFileView>> get(
            @RestPath String checkpoint, @RestPath String day, @RestPath String shift) {
        return reports.get(new ReportId(checkpoint, Times.day(day), shift), caller.actor())
                .map(file -> answer(RestResponse.Status.OK, file));
    }

    @POST
    @Path("/{checkpoint}/{day}/{shift}/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(operationId = "signReport", summary = "签报 / Sign a report, once its shift has ended")
    @APIResponse(
            responseCode = "201",
            description = "已签报 / Signed",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ReportFileView.class)))
    @APIResponse(
            responseCode = "409",
            description = "班次尚未结束、已签报，或通行记录已过保存期 / The shift has not ended, it is signed already, or its"
                    + " passages are no longer kept",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<ReportFileView>> sign(
            @RestPath String checkpoint,
            @RestPath String day,
            @RestPath String shift,
            @NotNull @Valid NewSignature signature) {
        var id = new ReportId(checkpoint, Times.day(day), shift);
        return reports.sign(id, signature.stated(), signature.note(), caller.actor())
                .map(file -> answer(RestResponse.Status.CREATED, file));
    }

    @POST
    @Path("/{checkpoint}/{day}/{shift}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(
            operationId = "correctReport",
            summary = "更正报告，原报告保留 / Correct a signed report; what was signed stays",
            description = "只能更正所见的版本，以 If-Match 给出其 ETag / Only as the caller has seen it: If-Match names its ETag.")
    @APIResponse(
            responseCode = "201",
            description = "已更正 / Corrected",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ReportFileView.class)))
    @APIResponse(
            responseCode = "409",
            description = "尚未签报 / It is not signed yet",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<ReportFileView>> correct(
            @RestPath String checkpoint,
            @RestPath String day,
            @RestPath String shift,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = "the report's ETag") @Nullable String ifMatch,
            @NotNull @Valid NewCorrection correction) {
        LongPredicate seen = Versions.needed(ifMatch);
        var id = new ReportId(checkpoint, Times.day(day), shift);
        return reports.correct(id, correction.stated(), correction.reason(), seen, caller.actor())
                .map(file -> answer(RestResponse.Status.CREATED, file));
    }

    private RestResponse<ReportFileView> answer(RestResponse.Status status, ReportFile file) {
        var answer = RestResponse.ResponseBuilder.create(status, ReportFileView.of(file, now()));
        var standing = file.report().standing();
        return (standing == null ? answer : answer.header(HttpHeaders.ETAG, Versions.tag(standing.version()))).build();
    }

    private Instant now() {
        return clock.instant();
    }
}
