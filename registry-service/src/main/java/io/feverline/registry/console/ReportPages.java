package io.feverline.registry.console;

import io.feverline.events.access.AreaScope;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Page;
import io.feverline.registry.access.Actor;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.console.ReportList.View;
import io.feverline.registry.report.Contradicted;
import io.feverline.registry.report.DayQuery;
import io.feverline.registry.report.Report;
import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.ReportId;
import io.feverline.registry.report.Reports;
import io.feverline.registry.report.rule.ReportState;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.NewCorrection;
import io.feverline.registry.rest.NewSignature;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Daily reports: which are expected, and the form in which a person states what was, beside what devices count. */
@Path("/console/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
public class ReportPages {
    private static final int PAGE = 100;
    private static final String AREA = "|[0-9]{2,15}";

    private final Reports reports;
    private final AreaTable areas;
    private final Forms forms;
    private final Caller caller;
    private final Viewer viewer;
    private final Clock clock;

    ReportPages(Reports reports, AreaTable areas, Forms forms, Caller caller, Viewer viewer, Clock clock) {
        this.reports = reports;
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

        static native TemplateInstance list(ReportList page);

        static native TemplateInstance one(ReportPage page);
    }

    /** A page of a list, whichever it is. */
    private record Wanted(
            View view,
            @Nullable ReportState state,
            @Nullable String area,
            DayQuery query) {}

    /** The reports that are expected of a day; of today when none is given. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @RestQuery @Nullable String day,
            @QueryParam("area") @Pattern(regexp = AREA) @Nullable String area,
            @QueryParam("state") @Pattern(regexp = "|expected|zero|submitted|late|missing|corrected") @Nullable
                    String state,
            @RestQuery @Nullable String cursor) {
        String named = Forms.text(state);
        var wanted = wanted(View.ALL, day, area, named == null ? null : Names.parse(ReportState.class, named), cursor);
        return reports.page(wanted.query(), wanted.state()).chain(page -> show(wanted, rows(page)));
    }

    /** Those that are missing, and those that were signed late. */
    @GET
    @Path("missing")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<TemplateInstance> missing(
            @RestQuery @Nullable String day,
            @QueryParam("area") @Pattern(regexp = AREA) @Nullable String area,
            @RestQuery @Nullable String cursor) {
        var wanted = wanted(View.MISSING, day, area, null, cursor);
        return reports.notInTime(wanted.query()).chain(page -> show(wanted, rows(page)));
    }

    /** Those that devices contradict. */
    @GET
    @Path("discrepancies")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR})
    @Operation(hidden = true)
    public Uni<TemplateInstance> discrepancies(
            @RestQuery @Nullable String day,
            @QueryParam("area") @Pattern(regexp = AREA) @Nullable String area,
            @RestQuery @Nullable String cursor) {
        var wanted = wanted(View.DISCREPANCIES, day, area, null, cursor);
        return reports.discrepancies(wanted.query()).chain(page -> show(wanted, page));
    }

    private Wanted wanted(
            View view,
            @Nullable String day,
            @Nullable String area,
            @Nullable ReportState state,
            @Nullable String cursor) {
        LocalDate named = Forms.day(day);
        String within = Forms.text(area);
        Actor reader = caller.actor();
        var query = new DayQuery(
                reader,
                named == null ? today() : named,
                within == null ? reader.scope() : AreaScope.of(within),
                cursor == null ? "" : cursor,
                PAGE);
        return new Wanted(view, state, within, query);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY);
    }

    private static Page<Contradicted, String> rows(Page<Report, String> page) {
        return new Page<>(
                page.items().stream()
                        .map(report -> new Contradicted(report, List.of()))
                        .toList(),
                page.next());
    }

    private Uni<TemplateInstance> show(Wanted wanted, Page<Contradicted, String> page) {
        Set<String> codes = new HashSet<>();
        page.items().forEach(each -> codes.add(each.report().areaCode()));
        if (wanted.area() != null) {
            codes.add(wanted.area());
        }
        return AreaNames.of(codes, areas)
                .map(names -> viewer.reads(Templates.list(new ReportList(
                        wanted.view(),
                        wanted.query().day(),
                        today(),
                        wanted.state(),
                        wanted.area(),
                        wanted.area() == null ? null : names.name(wanted.area()),
                        reports.isCounted(wanted.query().day()),
                        page.items().stream().map(each -> row(each, names)).toList(),
                        page.next()))));
    }

    private ReportRow row(Contradicted each, AreaNames names) {
        Report report = each.report();
        String code = report.areaCode();
        return new ReportRow(report, report.state(clock.instant()), names.name(code), each.discrepancies());
    }

    /** One of them. */
    @GET
    @Path("{checkpoint}/{day}/{shift}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath String checkpoint, @RestPath String day, @RestPath String shift) {
        return reports.get(id(checkpoint, day, shift), caller.actor()).chain(this::show);
    }

    private Uni<TemplateInstance> show(ReportFile file) {
        String code = file.report().areaCode();
        boolean signer = caller.is(Roles.DUTY_OFFICER) || caller.is(Roles.HEALTH_OFFICIAL);
        return AreaNames.of(Set.of(code), areas)
                .map(names ->
                        viewer.reads(Templates.one(new ReportPage(file, names.name(code), signer, clock.instant()))));
    }

    /** Signs it. */
    @POST
    @Path("{checkpoint}/{day}/{shift}/signature")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(hidden = true)
    public Uni<Response> sign(
            @RestPath String checkpoint,
            @RestPath String day,
            @RestPath String shift,
            @RestForm Integer screened,
            @RestForm Integer suspected,
            @RestForm Integer confirmed,
            @RestForm Integer referred,
            @RestForm Integer keyRegion,
            @RestForm @Nullable String words) {
        var signature =
                forms.valid(new NewSignature(screened, suspected, confirmed, referred, keyRegion, Forms.text(words)));
        return reports.sign(id(checkpoint, day, shift), signature.stated(), signature.note(), caller.actor())
                .map(ReportPages::leadTo);
    }

    /** Corrects it, as the corrector has seen it. */
    @POST
    @Path("{checkpoint}/{day}/{shift}/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(hidden = true)
    public Uni<Response> correct(
            @RestPath String checkpoint,
            @RestPath String day,
            @RestPath String shift,
            @RestForm String seen,
            @RestForm Integer screened,
            @RestForm Integer suspected,
            @RestForm Integer confirmed,
            @RestForm Integer referred,
            @RestForm Integer keyRegion,
            @RestForm String words) {
        var correction = forms.valid(new NewCorrection(screened, suspected, confirmed, referred, keyRegion, words));
        return reports.correct(
                        id(checkpoint, day, shift),
                        correction.stated(),
                        correction.reason(),
                        Versions.needed(seen),
                        caller.actor())
                .map(ReportPages::leadTo);
    }

    private static ReportId id(String checkpoint, String day, String shift) {
        return new ReportId(checkpoint, Times.day(day), shift);
    }

    private static Response leadTo(ReportFile file) {
        var shift = file.report().shift();
        return Response.seeOther(UriBuilder.fromPath("/console/reports/{checkpoint}/{day}/{shift}")
                        .build(file.report().checkpointId(), shift.day(), shift.shift()))
                .build();
    }
}
